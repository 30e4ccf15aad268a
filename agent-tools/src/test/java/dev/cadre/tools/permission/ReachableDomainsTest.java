package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.ReachableDomains.Extent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachableDomainsTest {

    @Test
    void are_any_where_no_rule_limits_them() {
        ReachableDomains every = new ReachableDomains(Extent.EVERY_HOST, List.of(), List.of());

        assertThat(reachable(rules(), rules(), rules("Bash", "Read"))).isEqualTo(every);
        assertThat(reachable(rules(), rules(), rules("WebFetch(domain:a.com)", "WebFetch")))
                .isEqualTo(every);
    }

    @Test
    void are_those_that_may_be_fetched_without_asking() {
        assertThat(reachable(rules(), rules(), rules("Bash", "WebFetch(domain:A.com)", "WebFetch(domain:*.b.com)")))
                .isEqualTo(listed("a.com", "*.b.com"));
    }

    @Test
    void are_not_those_that_are_denied_or_asked_about() {
        ReachableDomains domains =
                reachable(rules("WebFetch(domain:evil.com)"), rules("WebFetch(domain:ask.com)"), rules());

        assertThat(domains)
                .isEqualTo(new ReachableDomains(Extent.EVERY_HOST, List.of(), List.of("evil.com", "ask.com")));
    }

    @Test
    void of_a_definition_only_narrow() {
        PermissionPolicy host = PermissionPolicy.of(
                List.of(host(rules(), rules(), rules("WebFetch(domain:*.a.com)", "WebFetch(domain:b.com)"))));

        assertThat(narrowed(host, "WebFetch(domain:x.a.com)", "WebFetch(domain:c.com)", "WebFetch(domain:*.b.com)"))
                .isEqualTo(listed("x.a.com"));
        assertThat(narrowed(host, "WebFetch(domain:c.com)")).isEqualTo(listed());
        assertThat(narrowed(host, "Bash", "WebFetch")).isEqualTo(listed("*.a.com", "b.com"));
        assertThat(narrowed(PermissionPolicy.of(List.of(host(rules(), rules(), rules()))), "WebFetch(domain:c.com)"))
                .isEqualTo(listed("c.com"));
    }

    private static ReachableDomains narrowed(PermissionPolicy host, String... tools) {
        return host.narrowedBy(PermissionLayer.builder("definition")
                        .tools(ToolSelection.only(rules(tools)))
                        .build())
                .reachableDomains();
    }

    private static ReachableDomains listed(String... hosts) {
        return new ReachableDomains(Extent.LISTED, List.of(hosts), List.of());
    }

    private static ReachableDomains reachable(
            List<PermissionRule> deny, List<PermissionRule> ask, List<PermissionRule> allow) {
        return PermissionPolicy.of(List.of(host(deny, ask, allow))).reachableDomains();
    }

    private static PermissionLayer host(
            List<PermissionRule> deny, List<PermissionRule> ask, List<PermissionRule> allow) {
        return PermissionLayer.builder("host")
                .rules(new PermissionRules(deny, ask, allow))
                .approves(PermissionLayer.Approves.YES)
                .build();
    }

    private static List<PermissionRule> rules(String... texts) {
        return Arrays.stream(texts).map(PermissionRule::parse).toList();
    }
}
