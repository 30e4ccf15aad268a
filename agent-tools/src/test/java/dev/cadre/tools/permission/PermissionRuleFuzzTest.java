package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.tools.fuzz.Promptness;
import dev.cadre.tools.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzes rules for ten minutes, or as long as the environment's JAZZER_MAX_DURATION says. An input is a rule, and on the
 * lines behind it what is called.
 */
class PermissionRuleFuzzTest {

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void every_text_is_a_rule_that_reads_back_or_none_and_denying_never_widens(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int newline = text.indexOf('\n');
        String first = newline < 0 ? text : text.substring(0, newline);
        String called = newline < 0 ? "ls -la src" : text.substring(newline + 1);

        PermissionRule rule = Promptness.promptly(() -> parsed(first));

        if (rule != null) {
            assertThat(PermissionRule.parse(rule.toString())).isEqualTo(rule).hasToString(rule.toString());
            for (PermissionRequest request :
                    List.of(Calls.bash(called), Calls.read(called), Calls.write(called), Calls.fetch(called))) {
                assertDenyOnlyNarrows(rule, request);
            }
        }
    }

    private static void assertDenyOnlyNarrows(PermissionRule rule, PermissionRequest request) {
        PermissionRules open =
                new PermissionRules(List.of(), List.of(), Calls.rules("Bash", "Read", "Edit", "WebFetch"));
        PermissionRules closed = new PermissionRules(List.of(rule), List.of(), open.allow());

        PermissionDecision before = decided(open, request);
        PermissionDecision after = Promptness.promptly(() -> decided(closed, request));

        assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
        assertThat(before.reason() + after.reason()).doesNotContain("could not be decided");
    }

    private static PermissionDecision decided(PermissionRules rules, PermissionRequest request) {
        return PermissionPolicy.of(
                        List.of(Calls.host(PermissionMode.DEFAULT).rules(rules).build()))
                .decide(request);
    }

    private static PermissionRule parsed(String text) {
        try {
            return PermissionRule.parse(text);
        } catch (RuleSyntaxException e) {
            assertThat(e.problem()).isNotBlank();
            return null;
        }
    }

    static Stream<Arguments> seeds() {
        return Seeds.ofRules(
                "Bash(git * 'a b':*)\ngit log | cat > x",
                "Read(//a/{b,c}/**/[!d-f]?*.x)\n/a/b/../c/ex.x",
                "WebFetch(domain:*.example.com)\nhttps://a.example.com/",
                "mcp__a__*",
                "Agent(a, b)",
                "Bash(timeout:5)",
                "Skill(x *)");
    }
}
