package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.allowing;
import static dev.cadre.tools.permission.Calls.bash;
import static dev.cadre.tools.permission.Calls.policy;
import static dev.cadre.tools.permission.Calls.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLimitsTest {

    private static final PermissionMode DEFAULT = PermissionMode.DEFAULT;
    private static final String LOOP = "for f in *; do echo \"$f\"; done";

    @ParameterizedTest
    @CsvSource({
        "rm x, ASK",
        "ls; rm x, ASK",
        "timeout 5 rm x, ASK",
        "/bin/rm x, ASK",
        "ls, ALLOW",
    })
    void asks_where_a_rule_asks_before_a_command(String command, Verdict verdict) {
        PermissionPolicy asking = policy(DEFAULT, List.of(), List.of("Bash(rm:*)"), List.of("Bash"));

        assertThat(asking.decide(bash(command, Sandboxing.ACTIVE)).verdict()).isEqualTo(verdict);
    }

    @Test
    void denies_what_can_not_be_told_to_be_among_the_commands_of_a_selection() {
        PermissionPolicy limited = allowing(DEFAULT, "Bash")
                .narrowedBy(PermissionLayer.builder("definition")
                        .tools(ToolSelection.only(rules("Bash(echo:*)")))
                        .build());

        assertThat(limited.decide(bash(LOOP, Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.DENY);
        assertThat(limited.decide(bash("echo a", Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void asks_before_what_can_not_be_analysed_where_a_rule_is_about_files_or_commands() {
        for (String rule : List.of("Read(./.env)", "Bash(rm:*)")) {
            PermissionDecision decision =
                    policy(DEFAULT, List.of(rule), List.of(), List.of("Bash")).decide(bash(LOOP, Sandboxing.ACTIVE));

            assertThat(decision.verdict()).as(rule).isEqualTo(Verdict.ASK);
            assertThat(decision.rule()).contains(rule);
        }
        assertThat(policy(DEFAULT, List.of("Write"), List.of(), List.of("Bash"))
                        .decide(bash(LOOP, Sandboxing.ACTIVE))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void needs_a_sandbox_where_a_definition_selects_asks_or_denies_by_path() {
        PermissionRules denying = new PermissionRules(rules("Edit(a)"), List.of(), List.of());
        PermissionRules asking = new PermissionRules(List.of(), rules("Edit(a)"), List.of());
        List<PermissionLayer> confining = List.of(
                PermissionLayer.builder("definition")
                        .tools(ToolSelection.only(rules("Read(docs/**)", "Bash")))
                        .build(),
                PermissionLayer.builder("definition").rules(denying).build(),
                PermissionLayer.builder("definition").rules(asking).build());

        for (PermissionLayer layer : confining) {
            PermissionPolicy confined = allowing(DEFAULT, "Bash").narrowedBy(layer);
            assertThat(confined.decide(bash("ls")).verdict()).isEqualTo(Verdict.DENY);
            assertThat(confined.decide(bash("ls")).layer()).contains("definition");
            assertThat(confined.decide(bash("ls", Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.ALLOW);
        }
    }

    @Test
    void denies_a_command_that_begins_with_the_character_at_which_shells_cut_it_off() {
        assertThat(allowing(DEFAULT, "Bash")
                        .decide(bash("\0ls", Sandboxing.ACTIVE))
                        .verdict())
                .isEqualTo(Verdict.DENY);
    }

    @Test
    void takes_a_program_by_relative_path_for_another_one_after_a_change_of_folder() {
        PermissionPolicy policy = allowing(DEFAULT, "Bash(cd:*)", "Bash(./run:*)", "Bash(ls:*)");

        assertThat(policy.decide(bash("./run a")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(policy.decide(bash("cd sub && ls")).verdict()).isEqualTo(Verdict.ALLOW);
        for (String command : List.of("cd sub && ./run a", "cd sub; ./run a", "cd sub && timeout 5 ./run a")) {
            assertThat(policy.decide(bash(command)).verdict()).as(command).isEqualTo(Verdict.ASK);
        }
    }

    @Test
    void takes_no_exact_rule_for_a_command_that_gets_unknown_arguments() {
        PermissionPolicy policy = allowing(DEFAULT, "Bash(git ls-files)", "Bash(wc)");

        assertThat(policy.decide(bash("git ls-files | wc")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(policy.decide(bash("git ls-files | xargs wc")).verdict()).isEqualTo(Verdict.ASK);
    }

    @ParameterizedTest
    @CsvSource({
        "cd secrets && bash -c 'cat key', DENY",
        "cd secrets; sh -c 'cat key', DENY",
        "cd secrets && timeout 5 bash -c 'cat key', DENY",
        "cd secrets && bash -c \"sh -c 'cat key'\", DENY",
        "cd a && bash -c 'cd ../secrets && cat key', DENY",
        "bash -c 'cd secrets && cat key', DENY",
        "cd a && bash -c 'cat key', ALLOW",
        "cd a && bash -c './run a', ASK",
    })
    void starts_an_inner_shell_where_the_outer_one_went(String command, Verdict verdict) {
        PermissionPolicy policy = policy(
                DEFAULT,
                List.of("Read(./secrets/**)"),
                List.of(),
                List.of("Bash(cd:*)", "Bash(cat:*)", "Bash(./run:*)", "Bash(bash:*)"));

        assertThat(policy.decide(bash(command)).verdict()).isEqualTo(verdict);
        assertThat(policy.decide(bash(command, Sandboxing.ACTIVE)).verdict()).isEqualTo(verdict);
    }
}
