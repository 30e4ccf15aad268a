package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.allowing;
import static dev.cadre.tools.permission.Calls.at;
import static dev.cadre.tools.permission.Calls.bash;
import static dev.cadre.tools.permission.Calls.call;
import static dev.cadre.tools.permission.Calls.edit;
import static dev.cadre.tools.permission.Calls.fetch;
import static dev.cadre.tools.permission.Calls.host;
import static dev.cadre.tools.permission.Calls.policy;
import static dev.cadre.tools.permission.Calls.read;
import static dev.cadre.tools.permission.Calls.rules;
import static dev.cadre.tools.permission.Calls.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionPolicyTest {

    private static final PermissionMode DEFAULT = PermissionMode.DEFAULT;

    @Test
    void denies_before_it_asks_and_asks_before_it_allows() {
        PermissionPolicy all = policy(DEFAULT, List.of("Read(a)"), List.of("Read(b)"), List.of("Read"));

        assertThat(all.decide(read("a")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(all.decide(read("b")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(all.decide(read("c")).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void names_rule_layer_and_part_of_the_decision() {
        PermissionDecision decision = policy(DEFAULT, List.of("Read(./.env)"), List.of(), List.of("Read"))
                .decide(read(".env"));

        assertThat(decision.rule()).contains("Read(./.env)");
        assertThat(decision.layer()).contains("host");
        assertThat(decision.part()).contains(".env");
        assertThat(decision.reason()).contains(".env");
        assertThat(decision.chain()).hasSizeGreaterThan(1);
    }

    @Test
    void confines_every_path_to_the_workspace_in_every_mode() {
        for (PermissionMode mode : PermissionMode.values()) {
            PermissionPolicy all = allowing(mode, "Read", "Write", "Edit");
            assertThat(all.decide(read("../etc/passwd")).verdict()).isEqualTo(Verdict.DENY);
            assertThat(all.decide(read("/ws-evil/x")).verdict()).isEqualTo(Verdict.DENY);
            assertThat(all.decide(write("/tmp/x")).verdict()).isEqualTo(Verdict.DENY);
            assertThat(all.decide(read("")).verdict()).isEqualTo(Verdict.DENY);
        }
    }

    @Test
    void tests_restrictions_on_both_forms_of_a_path_and_approvals_on_each() {
        PathResolver linked = FakePaths.at("/ws").link("/ws/notes", "/ws/.env");

        PermissionPolicy denying = policy(DEFAULT, List.of("Read(.env)"), List.of(), List.of("Read"));
        assertThat(denying.decide(at(linked, read("notes"))).verdict()).isEqualTo(Verdict.DENY);
        PermissionPolicy asking = allowing(DEFAULT, "Edit(notes)");
        assertThat(asking.decide(at(linked, edit("notes"))).verdict()).isEqualTo(Verdict.ASK);
        assertThat(asking.decide(edit("notes")).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void asks_before_protected_paths_even_where_everything_runs() {
        PermissionPolicy all = allowing(PermissionMode.BYPASS_PERMISSIONS, "Write");

        assertThat(all.decide(write(".git/config")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(all.decide(write("sub/.GIT/config")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(all.decide(read(".git/config")).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_rule_against_reading_is_one_against_writing() {
        PermissionPolicy guarded = policy(DEFAULT, List.of("Read(./.env)"), List.of(), List.of("Edit"));

        assertThat(guarded.decide(edit(".env")).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void edit_rules_govern_every_writer_and_write_rules_only_their_tool() {
        PermissionPolicy edit = policy(DEFAULT, List.of("Edit(a)"), List.of(), List.of("Write", "Edit"));
        assertThat(edit.decide(write("a")).verdict()).isEqualTo(Verdict.DENY);
        PermissionPolicy write = policy(DEFAULT, List.of("Write(a)"), List.of(), List.of("Write", "Edit"));
        assertThat(write.decide(write("a")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(write.decide(edit("a")).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_tool_denied_for_every_call_is_not_available() {
        PermissionPolicy none = policy(DEFAULT, List.of("Write", "mcp__*"), List.of(), List.of());

        assertThat(none.isAvailable("write_file")).isFalse();
        assertThat(none.isAvailable("mcp__a__b")).isFalse();
        assertThat(none.isAvailable("Read")).isTrue();
        assertThat(none.decide(write("a")).rule()).contains("Write");
    }

    @Test
    void a_selection_makes_available_and_approves_nothing() {
        PermissionPolicy narrowed = allowing(DEFAULT)
                .narrowedBy(PermissionLayer.builder("definition")
                        .tools(ToolSelection.only(rules("Read", "Write", "Agent(explore, plan)")))
                        .build());

        assertThat(narrowed.isAvailable("Read")).isTrue();
        assertThat(narrowed.isAvailable("Edit")).isFalse();
        assertThat(narrowed.decide(write("a")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(narrowed.decide(edit("a")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(narrowed.decide(call("Agent", Map.of("subagent_type", "plan")))
                        .verdict())
                .isEqualTo(Verdict.ASK);
        assertThat(narrowed.decide(call("Agent", Map.of("subagent_type", "evil")))
                        .verdict())
                .isEqualTo(Verdict.DENY);
    }

    @Test
    void a_specifier_in_a_selection_limits_every_call() {
        PermissionPolicy narrowed = allowing(PermissionMode.ACCEPT_EDITS)
                .narrowedBy(PermissionLayer.builder("definition")
                        .tools(ToolSelection.only(rules("Write(docs/**)", "WebFetch(domain:docs.example.com)")))
                        .build());

        assertThat(narrowed.decide(write("docs/a.md")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(narrowed.decide(write("src/a.md")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(narrowed.decide(fetch("https://docs.example.com/a")).verdict())
                .isEqualTo(Verdict.ASK);
        assertThat(narrowed.decide(fetch("https://example.com/a")).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void a_definition_can_not_raise_what_the_host_asks_for() {
        PermissionPolicy narrowed = allowing(DEFAULT)
                .narrowedBy(PermissionLayer.builder("definition")
                        .mode(PermissionMode.BYPASS_PERMISSIONS)
                        .rules(new PermissionRules(List.of(), List.of(), rules("Write")))
                        .build());

        assertThat(narrowed.decide(write("a")).verdict()).isEqualTo(Verdict.ASK);
    }

    @Test
    void a_definition_without_the_hosts_mode_still_can_not_raise_it() {
        PermissionPolicy silent = PermissionPolicy.of(
                        List.of(PermissionLayer.builder("host").build()))
                .narrowedBy(PermissionLayer.builder("definition")
                        .mode(PermissionMode.BYPASS_PERMISSIONS)
                        .build());

        assertThat(silent.decide(write("a")).verdict()).isEqualTo(Verdict.ASK);
    }

    @Test
    void the_strictest_of_all_modes_holds() {
        PermissionPolicy planned = allowing(PermissionMode.BYPASS_PERMISSIONS, "Write")
                .narrowedBy(PermissionLayer.builder("definition")
                        .mode(PermissionMode.PLAN)
                        .build());

        assertThat(planned.decide(write("a")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(planned.decide(write("a")).layer()).contains("definition");
        assertThat(planned.decide(read("a")).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_layer_that_approves_can_not_narrow() {
        PermissionLayer approving = host(DEFAULT).build();

        assertThatThrownBy(() -> allowing(DEFAULT).narrowedBy(approving)).hasMessageContaining("host");
        assertThatThrownBy(() -> PermissionPolicy.of(List.of())).hasMessageContaining("host");
    }

    @Test
    void asking_nobody_denies_what_would_ask() {
        PermissionPolicy silent =
                policy(PermissionMode.DONT_ASK, List.of(), List.of("Read(a)"), List.of("Read", "Write(b)", "Write"));

        assertThat(silent.decide(read("a")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(silent.decide(write("b")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(silent.decide(edit("b")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(silent.decide(write(".git/x")).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void switches_deny_whatever_rules_say() {
        PermissionPolicy off = PermissionPolicy.of(List.of(host(PermissionMode.BYPASS_PERMISSIONS)
                .capabilities(new Capabilities(Capabilities.Setting.DENY, Capabilities.Setting.DENY))
                .rules(new PermissionRules(List.of(), List.of(), rules("WebFetch", "mcp__a", "Bash")))
                .build()));

        assertThat(off.decide(fetch("https://example.com/")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(off.decide(call("mcp__a__b")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(off.decide(call("custom", new Access.Fetch("https://example.com/")))
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(off.decide(bash("ls")).verdict()).isEqualTo(Verdict.DENY);
        assertThat(off.decide(bash("ls", Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void rules_on_parameters_and_on_unknown_tools_restrict() {
        PermissionPolicy rules = policy(
                PermissionMode.BYPASS_PERMISSIONS,
                List.of("Agent(model:opus)", "deploy(env:prod)", "other(who knows)"),
                List.of("Bash(run_in_background:true)"),
                List.of());

        assertThat(rules.decide(call("Agent", Map.of("model", "opus"))).verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(rules.decide(call("Agent", Map.of())).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(rules.decide(call("deploy", Map.of("env", "prod"))).verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(rules.decide(call("deploy", Map.of("env", "test"))).verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(rules.decide(call("other")).verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void approves_hosts_in_their_one_canonical_form() {
        PermissionPolicy docs = allowing(DEFAULT, "WebFetch(domain:docs.example.com)");

        assertThat(docs.decide(fetch("https://docs.example.com/a")).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(docs.decide(fetch("https://DOCS.example.com/a")).verdict()).isEqualTo(Verdict.ALLOW);
        for (String other : List.of(
                "https://docs.example.com./",
                "https://docs.\u0435xample.com/",
                "https://evil.example/?u=docs.example.com",
                "https://docs.example.com@evil.example/",
                "https://docs.example.com.evil.example/",
                "not an address")) {
            assertThat(docs.decide(fetch(other)).verdict()).as(other).isEqualTo(Verdict.ASK);
        }
    }

    @Test
    void tells_which_files_a_search_may_show() {
        PermissionPolicy guarded = policy(DEFAULT, List.of("Read(.env)"), List.of("Read(*.key)"), List.of());

        assertThat(guarded.maySearch(new ResolvedPath("/ws/a/.env", "/ws/a/.env", true), "/ws"))
                .isFalse();
        assertThat(guarded.maySearch(new ResolvedPath("/ws/a.key", "/ws/a.key", true), "/ws"))
                .isFalse();
        assertThat(guarded.maySearch(new ResolvedPath("/ws/a", "/ws/a", true), "/ws"))
                .isTrue();
    }

    @Test
    void notes_of_the_run_need_no_approval_and_unknown_effects_do() {
        assertThat(allowing(DEFAULT)
                        .decide(call("TodoWrite", new Access.Bookkeeping()))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(allowing(DEFAULT).decide(call("deploy")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(allowing(DEFAULT, "deploy").decide(call("deploy")).verdict()).isEqualTo(Verdict.ALLOW);
    }
}
