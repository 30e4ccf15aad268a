package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainListTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com, true",
        "Example.COM, example.com, true",
        "example.com, sub.example.com, false",
        "example.com, evilexample.com, false",
        "*.example.com, a.b.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, example.com.evil.net, false",
        "api-*.example.com, api-eu.example.com, true",
        "api-*.example.com, api-eu.x.example.com, false",
        "*-a*b.example.com, x-a-b.example.com, true",
        "*ab*ab.example.com, ab.example.com, false",
        "*.api-*.com, x.api-y.com, true",
        "*.*.com, x.com, false",
        "93.184.215.14, 93.184.215.14, true",
        "*.184.215.14, 93.184.215.14, false"
    })
    void means_hosts_as_rules_do(String domain, String host, boolean isMeant) {
        assertThat(DomainList.isDomain(domain) && contains(List.of(domain), List.of(), host))
                .isEqualTo(isMeant);
    }

    @Test
    void means_any_host_where_the_list_is_empty_but_those_that_are_denied() {
        assertThat(contains(List.of(), List.of("*.evil.net"), "example.com")).isTrue();
        assertThat(contains(List.of(), List.of("*.evil.net"), "a.evil.net")).isFalse();
        assertThat(contains(List.of("a.evil.net"), List.of("*.evil.net"), "a.evil.net"))
                .isFalse();
    }

    @Test
    void refuses_what_can_mean_no_host_on_the_open_internet() {
        for (String domain :
                List.of("localhost", "*.internal", "127.1", "a b.com", "", "example.com:443", "*.", "**..a")) {
            assertThat(DomainList.isDomain(domain)).as(domain).isFalse();
            assertThatThrownBy(() -> DomainList.of(List.of(), List.of(domain)))
                    .isInstanceOf(EgressRefusedException.class);
        }
    }

    private static boolean contains(List<String> allowed, List<String> denied, String host) {
        return DomainList.of(allowed, denied).contains(HostName.parse(host));
    }
}
