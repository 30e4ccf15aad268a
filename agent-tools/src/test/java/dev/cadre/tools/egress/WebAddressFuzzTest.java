package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.tools.fuzz.Promptness;
import dev.cadre.tools.fuzz.Seeds;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes addresses for ten minutes, or as long as the environment's JAZZER_MAX_DURATION says. */
class WebAddressFuzzTest {

    private static final EgressGuard GUARD = EgressGuard.create(name -> List.of());

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void every_text_is_one_address_for_all_who_read_it_or_none(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);

        WebAddress address = Promptness.promptly(() -> parsed(text));

        if (address != null) {
            assertThat(WebAddress.parse(address.toString())).isEqualTo(address).hasToString(address.toString());
            assertThat(URI.create(address.toString()).getHost())
                    .isIn(address.host().inUrl(), null);
            assertThat(address.target()).startsWith("/");
            assertThat((address.host() + address.target()).chars()).allMatch(c -> c > ' ' && c < 0x7f);
            assertThatNoClosedAddressIsOpen(address.host());
            redirected(address, text);
        }
        redirected(WebAddress.parse("https://example.com/a/b?c"), text);
    }

    private static void assertThatNoClosedAddressIsOpen(HostName host) {
        try {
            for (InetAddress address : GUARD.check(host)) {
                assertThat(address.isLoopbackAddress()
                                || address.isAnyLocalAddress()
                                || address.isSiteLocalAddress()
                                || address.isLinkLocalAddress()
                                || address.isMulticastAddress())
                        .as(host.text())
                        .isFalse();
            }
        } catch (EgressRefusedException | UnknownHostException e) {
            assertThat(e).hasMessageContaining(host.text());
        }
    }

    private static void redirected(WebAddress from, String location) {
        try {
            assertThat(from.resolve(location).target()).startsWith("/");
        } catch (EgressRefusedException e) {
            assertThat(e).hasMessageContaining("refused");
        }
    }

    private static WebAddress parsed(String text) {
        try {
            return WebAddress.parse(text);
        } catch (EgressRefusedException e) {
            return null;
        }
    }

    static Stream<Arguments> seeds() {
        return Seeds.of(
                "url",
                "https://example.com:443/a/../b?c=d#e",
                "http://93.184.216.34/",
                "https://[2606:2800:220:1::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://xn--bcher-kva.example/%7e",
                "//a.example/b",
                "../c?d");
    }
}
