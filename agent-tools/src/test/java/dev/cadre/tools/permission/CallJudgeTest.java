package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.allowing;
import static dev.cadre.tools.permission.Calls.at;
import static dev.cadre.tools.permission.Calls.call;
import static dev.cadre.tools.permission.Calls.edit;
import static dev.cadre.tools.permission.Calls.fetch;
import static dev.cadre.tools.permission.Calls.host;
import static dev.cadre.tools.permission.Calls.policy;
import static dev.cadre.tools.permission.Calls.read;
import static dev.cadre.tools.permission.Calls.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallJudgeTest {

    private static final PermissionMode DEFAULT = PermissionMode.DEFAULT;

    @Test
    void rules_on_hosts_restrict_every_tool_that_requests_them() {
        PermissionPolicy guarded = policy(
                PermissionMode.BYPASS_PERMISSIONS,
                List.of("WebFetch(domain:evil.example)"),
                List.of("WebFetch(domain:*.odd.example)"),
                List.of("WebFetch"));

        for (String url :
                List.of("https://EVIL.example/", "https://evil.example./", "https://a@b.example/", "no url")) {
            assertThat(guarded.decide(fetch(url)).verdict()).as(url).isEqualTo(Verdict.DENY);
            assertThat(guarded.decide(call("crawl", new Access.Fetch(url))).verdict())
                    .as(url)
                    .isEqualTo(Verdict.DENY);
        }
        assertThat(guarded.decide(fetch("https://a.b.odd.example/")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(guarded.decide(fetch("https://odd.example/")).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_host_approved_for_one_tool_is_not_approved_for_another() {
        PermissionPolicy docs = allowing(DEFAULT, "WebFetch(domain:docs.example.com)");

        assertThat(docs.decide(call("crawl", new Access.Fetch("https://docs.example.com/")))
                        .verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void rules_on_subjects_deny_those_only() {
        PermissionPolicy guarded = policy(
                PermissionMode.BYPASS_PERMISSIONS, List.of("Agent(deployer)"), List.of("Skill(release)"), List.of());

        assertThat(guarded.decide(call("Agent", Map.of("subagent_type", "deployer")))
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(guarded.decide(call("Agent", Map.of("subagent_type", "plan")))
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(guarded.decide(call("Skill", Map.of("skill", "release"))).verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void asks_before_a_link_to_a_protected_path_is_written_through() {
        PathResolver linked = FakePaths.at("/ws").link("/ws/notes", "/ws/.git");

        assertThat(allowing(DEFAULT, "Write")
                        .decide(at(linked, write("notes/config")))
                        .verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void tests_paths_as_they_are_written_too() {
        PathResolver linked = FakePaths.at("/ws").link("/ws/notes", "/ws/other");

        assertThat(policy(DEFAULT, List.of("Read(notes)"), List.of(), List.of("Read"))
                        .decide(at(linked, read("notes")))
                        .verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(allowing(DEFAULT, "Edit(other)")
                        .decide(at(linked, edit("notes")))
                        .verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void an_approval_of_reading_is_none_of_writing() {
        assertThat(allowing(DEFAULT, "Read(a)").decide(write("a")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(allowing(DEFAULT, "NotebookEdit(a)").decide(write("a")).verdict())
                .isEqualTo(Verdict.ASK);
    }

    @Test
    void without_network_no_search_of_the_web_is_there() {
        PermissionPolicy off = PermissionPolicy.of(List.of(host(PermissionMode.BYPASS_PERMISSIONS)
                .capabilities(new Capabilities(Capabilities.Setting.DENY, Capabilities.Setting.INHERIT))
                .build()));

        assertThat(off.isAvailable("WebSearch")).isFalse();
        assertThat(off.isAvailable("WebFetch")).isFalse();
        assertThat(off.isAvailable("Read")).isTrue();
    }
}
