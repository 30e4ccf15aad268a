package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionRuleTest {

    @Test
    void keeps_text_and_normal_form() {
        PermissionRule rule = PermissionRule.parse(" bash( git log:* ) ");

        assertThat(rule.tool()).isEqualTo("Bash");
        assertThat(rule.specifier()).contains("git log:*");
        assertThat(rule).hasToString("bash( git log:* )").isEqualTo(PermissionRule.parse("Bash(git log:*)"));
        assertThat(PermissionRule.parse("Bash(*)")).isEqualTo(PermissionRule.parse("Bash"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bash (git *)",
                "Write\n(x)",
                "",
                " ",
                "(x)",
                "Bash(",
                "Bash()",
                "Bash( )",
                "Bash(git status:*",
                "Bash(a) b",
                "Re ad",
                "R\u0435ad",
                "Bash(:*)",
                "Bash(a;b)",
                "WebFetch(example.com)",
                "WebFetch(domain:)",
                "WebFetch(domain:https://a/b)",
                "WebSearch(x)",
                "Read(!a)",
                "Read(../a)",
                "Agent(model:)",
                "Read(file_path:/ws/secret)",
                "Edit(file_path:*.md)",
                "Grep(path:src)",
                "Bash(command:rm -rf x)",
                "Read(secret))",
                "Read(a(b)",
            })
    void refuses_what_is_no_rule(String text) {
        assertThatThrownBy(() -> PermissionRule.parse(text))
                .isInstanceOf(RuleSyntaxException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "mcp__*", "mcp__*__x", "Ba*", "Agent(model:opus)"})
    void refuses_to_approve_more_than_a_name_says(String text) {
        PermissionRule rule = PermissionRule.parse(text);

        assertThatThrownBy(() -> new PermissionRules(List.of(), List.of(), List.of(rule)))
                .isInstanceOf(RuleSyntaxException.class);
        assertThatCode(() -> new PermissionRules(List.of(rule), List.of(rule), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void means_tools_of_a_server() {
        assertThat(PermissionRule.parse("mcp__git").meansTool("mcp__git__log")).isTrue();
        assertThat(PermissionRule.parse("mcp__git").meansTool("mcp__github__log"))
                .isFalse();
        assertThat(PermissionRule.parse("mcp__git__*").meansTool("mcp__git__log"))
                .isTrue();
        assertThat(PermissionRule.parse("mcp__git__log").meansTool("mcp__git__log2"))
                .isFalse();
    }

    @Test
    void takes_timeout_for_the_program_and_its_other_values_for_the_parameter() {
        PermissionRule program = PermissionRule.parse("Bash(timeout:*)");

        assertThatCode(() -> new PermissionRules(List.of(), List.of(), List.of(program)))
                .doesNotThrowAnyException();
        assertThat(Calls.policy(PermissionMode.DEFAULT, List.of("Bash(timeout:*)"), List.of(), List.of("Bash"))
                        .decide(Calls.bash("timeout 5 ls"))
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(PermissionRule.parse("Bash(timeout:600000)").meaning())
                .containsInstanceOf(Specifier.Parameter.class);
        assertThat(PermissionRule.parse("Read(app/(group)/page.tsx)").specifier())
                .contains("app/(group)/page.tsx");
    }
}
