package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideAndCallTest {

    @TempDir
    Path workspace;

    private final Cli cli = new Cli();

    @Test
    void decides_by_the_rules_of_the_policy() {
        Map<String, Object> policy = policy();
        policy.put("allow", List.of("Write"));
        policy.put("deny", List.of("Write(./secret/**)"));

        int code = cli.input(line("a", policy, "Write", Map.of("file_path", "x.txt", "content", "1"))
                        + line("b", policy, "Write", Map.of("file_path", "secret/x.txt", "content", "1"))
                        + line("c", policy, "Edit", Map.of("file_path", "x", "old_string", "a", "new_string", "b"))
                        + line("d", policy, "Read", Map.of("file_path", "x.txt")))
                .run("decide");

        assertThat(code).isZero();
        assertThat(cli.json())
                .extracting(answer -> answer.get("id") + " " + answer.get("decision"))
                .containsExactly("a allow", "b deny", "c ask", "d allow");
        assertThat(cli.json().get(1)).containsEntry("rule", "Write(./secret/**)");
        assertThat(workspace).isEmptyDirectory();
    }

    @Test
    void narrows_by_definition_host_and_parent() {
        Map<String, Object> narrow = policy();
        narrow.put("allow", List.of("Write"));
        narrow.put("tools", Map.of("allow", List.of("Read")));
        Map<String, Object> capped = policy();
        capped.put("mode", "bypassPermissions");
        capped.put("host", Map.of("bypassAllowed", false));
        Map<String, Object> child = policy();
        child.put("mode", "acceptEdits");
        child.put("parent", Map.of("tools", List.of("Read"), "mode", "default"));
        Map<String, Object> write = Map.of("file_path", "x.txt", "content", "1");

        cli.input(line("narrow", narrow, "Write", write)
                        + line("capped", capped, "Write", write)
                        + line("child", child, "Write", write))
                .run("decide");

        assertThat(cli.json()).extracting(answer -> answer.get("decision")).containsExactly("deny", "ask", "deny");
    }

    @Test
    void explains_what_it_considered() {
        cli.input(line("a", policy(), "Read", Map.of("file_path", "x.txt"))).run("decide", "--explain");

        assertThat((List<?>) cli.json().get(0).get("steps")).isNotEmpty();
    }

    @Test
    void names_the_rule_that_withholds_a_tool() {
        Map<String, Object> bare = policy();
        bare.put("deny", List.of("Bash"));
        Map<String, Object> narrow = policy();
        narrow.put("tools", "Read");
        Map<String, Object> command = Map.of("command", "ls");

        cli.input(line("a", bare, "Bash", command) + line("b", narrow, "Bash", command))
                .run("decide", "--explain");

        assertThat(cli.json().get(0))
                .containsEntry("decision", "deny")
                .containsEntry("rule", "Bash")
                .containsEntry("reason", "Bash is denied for every call")
                .containsEntry("steps", List.of("deny: Bash is denied for every call [host]"));
        assertThat(cli.json().get(1))
                .containsEntry("decision", "deny")
                .containsEntry("reason", "Bash is not among the tools of definition");
    }

    @Test
    void answers_what_it_can_not_understand_with_an_error() {
        Map<String, Object> unknownKey = policy();
        unknownKey.put("alow", List.of("Write"));
        Map<String, Object> badTools = policy();
        badTools.put("tools", Map.of("alow", List.of("Read")));
        Map<String, Object> badPermission = policy();
        badPermission.put("permissions", Map.of("network", "no"));

        int code = cli.input("nonsense\n[]\n{\"id\":\"x\"}\n"
                        + line("a", unknownKey, "Read", Map.of("file_path", "x"))
                        + line("b", badTools, "Read", Map.of("file_path", "x"))
                        + line("c", badPermission, "Read", Map.of("file_path", "x"))
                        + line("d", policy(), "Read", Map.of("file_path", 7))
                        + line("e", policy(), "Teleport", Map.of()))
                .run("decide");

        assertThat(code).isEqualTo(1);
        assertThat(cli.json())
                .hasSize(8)
                .allSatisfy(answer -> assertThat(answer).containsEntry("decision", "error"));
        assertThat(cli.out()).contains("unknown key \\\"alow\\\"");
    }

    @Test
    void refuses_a_policy_that_restricts_nothing_where_it_seems_to() {
        String call = ",\"tool\":\"Bash\",\"input\":{\"command\":\"ls\"}}\n";
        List<String> policies = List.of(
                "{\"allow\":[\"Bash\"],\"deny\":[null]}",
                "{\"allow\":[\"Bash\"],\"deny\":[7]}",
                "{\"allow\":[\"Bash\"],\"ask\":[true]}",
                "{\"allow\":[\"Bash\"],\"deny\":[\"Bsh(ls:*)\"]}",
                "{\"allow\":[\"Bash\"],\"deny\":[\"Read(file_path:x)\"]}",
                "{\"mode\":\"bypassPermissions\",\"host\":{\"bypassAllowed\":\"true\"}}");

        int code = cli.input(policies.stream()
                        .map(policy -> "{\"policy\":" + policy + call)
                        .reduce("", String::concat))
                .run("decide");

        assertThat(code).isEqualTo(1);
        assertThat(cli.json())
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer).containsEntry("decision", "error"));
        assertThat(cli.out()).contains("\\\"Bash\\\" may have been meant");
    }

    @Test
    void answers_with_the_id_that_it_was_given() {
        String call = "\"tool\":\"Read\",\"input\":{\"file_path\":\"x\"}}\n";

        cli.input("{\"id\":5," + call + "{\"id\":null," + call + "{" + call + "{\"id\":6}\n{\n")
                .run("decide");

        assertThat(cli.json()).extracting(answer -> answer.get("id")).containsExactly(5, null, "", 6, "");
        assertThat(cli.out()).doesNotContain("REDACTED");
    }

    @Test
    void denies_what_a_policy_withholds_even_where_no_such_tool_is_there() {
        Map<String, Object> policy = policy();
        policy.put("deny", List.of("mcp__*"));

        cli.input(line("a", policy, "mcp__a__b", Map.of())).run("decide");

        assertThat(cli.json().get(0)).containsEntry("decision", "deny");
    }

    @Test
    void executes_what_is_allowed_and_refuses_what_asks() throws IOException {
        Map<String, Object> allowed = policy();
        allowed.put("allow", List.of("Write"));
        Map<String, Object> write = Map.of("file_path", "out.txt", "content", "done");

        int code = cli.input(line("asks", policy(), "Write", Map.of("file_path", "no.txt", "content", "x"))
                        + line("runs", allowed, "Write", write)
                        + line("reads", policy(), "Read", Map.of("file_path", "absent.txt")))
                .run("call");

        assertThat(code).isZero();
        List<Map<String, Object>> answers = cli.json();
        assertThat(answers.get(0)).containsEntry("decision", "ask").containsEntry("executed", false);
        assertThat(answers.get(1))
                .containsEntry("decision", "allow")
                .containsEntry("executed", true)
                .containsEntry("isError", false);
        assertThat(answers.get(2)).containsEntry("executed", true).containsEntry("isError", true);
        assertThat(workspace.resolve("out.txt")).hasContent("done");
        assertThat(workspace.resolve("no.txt")).doesNotExist();
    }

    @Test
    void refuses_an_unknown_sandbox() {
        assertThat(cli.run("call", "--sandbox", "paper")).isEqualTo(2);

        assertThat(cli.err()).contains("expected bubblewrap or unshare");
    }

    private Map<String, Object> policy() {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("mode", "default");
        policy.put("workspace", workspace.toString());
        return policy;
    }

    private static String line(String id, Map<String, Object> policy, String tool, Map<String, Object> input) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("policy", policy);
        line.put("tool", tool);
        line.put("input", input);
        return JsonLines.write(line) + "\n";
    }
}
