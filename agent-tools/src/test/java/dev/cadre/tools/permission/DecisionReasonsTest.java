package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.allowing;
import static dev.cadre.tools.permission.Calls.at;
import static dev.cadre.tools.permission.Calls.bash;
import static dev.cadre.tools.permission.Calls.call;
import static dev.cadre.tools.permission.Calls.fetch;
import static dev.cadre.tools.permission.Calls.host;
import static dev.cadre.tools.permission.Calls.policy;
import static dev.cadre.tools.permission.Calls.read;
import static dev.cadre.tools.permission.Calls.rules;
import static dev.cadre.tools.permission.Calls.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds decisions to their reasons: a call that is refused for another one would be let through once that is mended. */
class DecisionReasonsTest {

    private static final PermissionMode DEFAULT = PermissionMode.DEFAULT;

    private static PermissionPolicy limitedTo(String... tools) {
        return allowing(DEFAULT, "Bash", "WebFetch")
                .narrowedBy(PermissionLayer.builder("definition")
                        .tools(ToolSelection.only(rules(tools)))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl x | DENY | a rule denies \"curl x\": Bash(curl:*)",
                "git push x | ASK | a rule asks before \"git push x\": Bash(git push:*)",
                "npm pu* | ASK | a rule may mean \"npm pu*\" once its arguments are known: Bash(npm publish:*)",
                "git -C d tag -d x | DENY | a rule denies \"git -C d tag -d x\": Bash(git tag *d*)",
                "cat a.key | DENY | a rule denies \"a.key\": Read(*.key)",
                "cat a.pem | ASK | a rule asks before \"a.pem\": Read(*.pem)",
            })
    void says_which_rule_means_which_part_of_a_command(String command, Verdict verdict, String reason) {
        PermissionPolicy guarded = policy(
                DEFAULT,
                List.of("Bash(curl:*)", "Bash(git tag *d*)", "Read(*.key)"),
                List.of("Bash(git push:*)", "Bash(npm publish:*)", "Read(*.pem)"),
                List.of("Bash"));

        PermissionDecision decision = guarded.decide(bash(command, Sandboxing.ACTIVE));

        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.reason()).isEqualTo(reason);
    }

    @Test
    void says_whether_a_call_is_denied_or_asked_about() {
        PermissionPolicy guarded =
                policy(DEFAULT, List.of("Agent(a)"), List.of("Agent(b)"), List.of("Agent", "Read", "Write"));
        Access other = new Access.Other();

        assertThat(guarded.decide(call("Agent", Map.of("subagent_type", "a"), other))
                        .reason())
                .startsWith("a rule denies this call");
        assertThat(guarded.decide(call("Agent", Map.of("subagent_type", "b"), other))
                        .reason())
                .startsWith("a rule asks before this call");
        assertThat(guarded.decide(read("a")).reason()).contains("it reads \"a\"");
        assertThat(guarded.decide(write("a")).reason()).contains("it writes \"a\"");
    }

    @Test
    void denies_a_path_that_is_none_for_that_reason() {
        assertThat(allowing(DEFAULT, "Read").decide(read("")).reason()).contains("is no path");
    }

    @Test
    void asks_before_a_command_that_reads_a_device_outside_a_sandbox() {
        FakePaths paths = FakePaths.at("/ws").device("fifo");
        PermissionPolicy readers = allowing(DEFAULT, "Bash(cat:*)", "Bash(make:*)");

        assertThat(readers.decide(at(paths, bash("cat fifo"))).reason()).contains("is no path");
        assertThat(readers.decide(at(paths, bash("make < fifo"))).reason()).contains("is no path");
        assertThat(readers.decide(at(paths, bash("make fifo"))).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void looks_where_a_wildcard_starts() {
        PermissionPolicy readers = allowing(DEFAULT, "Bash(cat:*)");

        assertThat(readers.decide(bash("cat /*")).reason()).contains("\"/*\" lies outside the workspace");
        assertThat(readers.decide(bash("cat ../*")).reason()).contains("\"../*\" lies outside the workspace");
        assertThat(readers.decide(bash("cat *")).reason()).doesNotContain("outside");
        assertThat(readers.decide(bash("cat a/*")).reason()).doesNotContain("outside");
    }

    @Test
    void follows_links_into_folders_that_rules_are_about() {
        FakePaths paths = FakePaths.at("/ws").link("/ws/link", "/ws/secrets");
        PermissionPolicy guarded = policy(DEFAULT, List.of("Read(secrets/**)"), List.of(), List.of("Bash"));

        assertThat(guarded.decide(at(paths, bash("cp -r link x", Sandboxing.ACTIVE)))
                        .reason())
                .contains("a rule is about what lies in \"link\"");
        assertThat(guarded.decide(at(paths, bash("cp -r other x", Sandboxing.ACTIVE)))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void holds_disallowed_tools_with_a_specifier_against_commands() {
        PermissionPolicy guarded = PermissionPolicy.of(List.of(host(DEFAULT)
                .rules(new PermissionRules(List.of(), List.of(), rules("Bash")))
                .disallowedTools(rules("Bash(curl:*)"))
                .build()));

        assertThat(guarded.decide(bash("curl x", Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.DENY);
        assertThat(guarded.decide(bash("ls", Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void confines_no_paths_where_no_rule_names_any() {
        assertThat(limitedTo("Bash", "Read").decide(bash("ls")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(limitedTo("Bash", "Read(src/**)").decide(bash("ls")).reason())
                .contains("paths are confined");
    }

    @Test
    void limits_hosts_only_where_a_selection_names_them() {
        PermissionRequest docs = fetch("https://docs.example/");

        assertThat(limitedTo("WebFetch").decide(docs).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(limitedTo("WebFetch(domain:docs.example)").decide(docs).verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(limitedTo("WebFetch(domain:api.example)").decide(docs).reason())
                .contains("limit WebFetch to");
    }

    @Test
    void says_which_command_a_selection_leaves_out() {
        assertThat(limitedTo("Bash(ls:*)")
                        .decide(bash("ls; git tag", Sandboxing.ACTIVE))
                        .reason())
                .contains("\"git tag\" is none");
    }

    @Test
    void tells_a_redirection_from_a_program() {
        assertThat(allowing(DEFAULT, "Read")
                        .decide(bash("< in.txt", Sandboxing.ACTIVE))
                        .reason())
                .contains("runs a command without a program");
    }

    @Test
    void names_the_rule_that_takes_part() {
        PermissionPolicy several = allowing(DEFAULT, "Bash(ls:*)", "Bash(git status:*)");

        assertThat(several.decide(bash("git status")).rule()).contains("Bash(git status:*)");
    }

    @Test
    void an_absolute_program_stays_the_same_behind_cd() {
        PermissionPolicy listing = allowing(DEFAULT, "Bash(cd:*)", "Bash(/bin/ls:*)", "Bash(./ls:*)");

        assertThat(listing.decide(bash("cd d && /bin/ls")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(listing.decide(bash("./ls")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(listing.decide(bash("cd d && ./ls")).verdict()).isEqualTo(Verdict.ASK);
    }

    @Test
    void only_what_removes_the_workspace_is_critical() {
        assertThat(allowing(DEFAULT, "Bash(rm:*)").decide(bash("rm -r .")).reason())
                .contains("removes the workspace");
        assertThat(allowing(DEFAULT, "Bash(touch:*)").decide(bash("touch .")).verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(allowing(DEFAULT, "Bash(touch:*)", "Edit(*)")
                        .decide(bash("> a.txt"))
                        .reason())
                .doesNotContain("removes");
    }

    @Test
    void approves_the_agents_that_a_rule_names() {
        PermissionPolicy reviewing = allowing(DEFAULT, "Agent(reviewer)");
        Access other = new Access.Other();

        assertThat(reviewing
                        .decide(call("Agent", Map.of("subagent_type", "reviewer"), other))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(reviewing
                        .decide(call("Agent", Map.of("subagent_type", "other"), other))
                        .verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void a_redirection_alone_is_outside_of_no_selection() {
        assertThat(limitedTo("Bash(ls:*)")
                        .decide(bash("< in.txt", Sandboxing.ACTIVE))
                        .reason())
                .doesNotContain("is none");
    }

    @Test
    void says_nothing_twice() {
        PermissionPolicy guarded = policy(DEFAULT, List.of("Read(secrets/**)"), List.of(), List.of("Bash"));

        PermissionDecision decision = guarded.decide(bash("tar -C secrets -cf x.tar .", Sandboxing.ACTIVE));

        assertThat(decision.chain()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }
}
