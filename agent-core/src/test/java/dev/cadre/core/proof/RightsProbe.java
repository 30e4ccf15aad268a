package dev.cadre.core.proof;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRequest;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ResolvedPath;
import dev.cadre.tools.permission.Sandboxing;
import dev.cadre.tools.permission.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells what a definition lets an agent do by asking the permission engine about calls, under a host that approves them
 * all. Independent of how the library itself compares definitions.
 */
final class RightsProbe {

    private static final Map<String, PermissionRequest> CALLS = calls();

    private static final PermissionLayer HOST = PermissionLayer.builder("host")
            .mode(PermissionMode.BYPASS_PERMISSIONS)
            .rules(new PermissionRules(List.of(), List.of(), approvals()))
            .approves(PermissionLayer.Approves.YES)
            .build();

    private RightsProbe() {}

    /** Returns the calls that the second definition decides less strictly. */
    static List<String> widened(AgentDefinition before, AgentDefinition after) {
        if (isSame(before, after)) {
            return List.of();
        }
        PermissionPolicy old = policy(before);
        PermissionPolicy now = policy(after);
        List<String> wider = new ArrayList<>();
        CALLS.forEach((name, call) -> {
            Verdict was = old.decide(call).verdict();
            Verdict is = now.decide(call).verdict();
            if (is.compareTo(was) < 0) {
                wider.add(name + ": " + was.word() + " became " + is.word());
            }
        });
        return wider;
    }

    /** Returns how every call is decided under a host that approves nothing beforehand. */
    static Map<String, Verdict> ofUnaskedHost(AgentDefinition definition) {
        PermissionLayer host = PermissionLayer.builder("host")
                .mode(PermissionMode.DEFAULT)
                .approves(PermissionLayer.Approves.YES)
                .build();
        PermissionPolicy policy = PermissionPolicy.of(List.of(host, layer(definition)));
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        CALLS.forEach((name, call) -> verdicts.put(name, policy.decide(call).verdict()));
        return verdicts;
    }

    private static boolean isSame(AgentDefinition before, AgentDefinition after) {
        return before.tools().equals(after.tools())
                && before.disallowedTools().equals(after.disallowedTools())
                && before.rules().equals(after.rules())
                && before.capabilities().equals(after.capabilities())
                && before.permissionMode().equals(after.permissionMode());
    }

    private static PermissionPolicy policy(AgentDefinition definition) {
        return PermissionPolicy.of(List.of(HOST, layer(definition)));
    }

    private static PermissionLayer layer(AgentDefinition definition) {
        PermissionLayer.Builder layer = PermissionLayer.builder("definition")
                .tools(definition.tools())
                .disallowedTools(definition.disallowedTools())
                .rules(definition.rules())
                .capabilities(definition.capabilities())
                .approves(PermissionLayer.Approves.NO);
        definition.permissionMode().ifPresent(layer::mode);
        return layer.build();
    }

    private static List<PermissionRule> approvals() {
        return Stream.of(
                        "Read",
                        "Write",
                        "Edit",
                        "NotebookEdit",
                        "Glob",
                        "Grep",
                        "Bash",
                        "WebFetch",
                        "WebSearch",
                        "Agent",
                        "Skill",
                        "TodoWrite",
                        "mcp__s__t",
                        "mcp__other__u",
                        "Own")
                .map(PermissionRule::parse)
                .toList();
    }

    private static Map<String, PermissionRequest> calls() {
        Map<String, PermissionRequest> calls = new LinkedHashMap<>();
        for (String path : List.of("a.txt", "src/a.java", "docs/a.md", "docs/deep/a.md", ".env", "secrets/key")) {
            calls.put("Read " + path, call("Read", "file_path", path, new Access.Read(path)));
            calls.put("Grep " + path, call("Grep", "path", path, new Access.Read(path)));
            calls.put("Glob " + path, call("Glob", "path", path, new Access.Read(path)));
            calls.put("Write " + path, call("Write", "file_path", path, new Access.Write(path)));
            calls.put("Edit " + path, call("Edit", "file_path", path, new Access.Write(path)));
            calls.put("NotebookEdit " + path, call("NotebookEdit", "notebook_path", path, new Access.Write(path)));
        }
        for (String command : List.of("ls", "git status", "git push", "npm test", "rm -rf x", "a", "curl http://h")) {
            calls.put("Bash " + command, call("Bash", "command", command, new Access.Command(command)));
        }
        for (String url : List.of("https://example.com/a", "https://docs.example.com/", "http://127.0.0.1/")) {
            calls.put("WebFetch " + url, call("WebFetch", "url", url, new Access.Fetch(url)));
        }
        calls.put("WebSearch", call("WebSearch", "query", "q", new Access.Fetch("https://search.example.com/")));
        calls.put("Agent", call("Agent", "subagent_type", "reviewer", new Access.Bookkeeping()));
        calls.put("Skill", call("Skill", "skill", "release", new Access.Bookkeeping()));
        calls.put("TodoWrite", call("TodoWrite", "note", "x", new Access.Bookkeeping()));
        for (String tool : List.of("mcp__s__t", "mcp__other__u", "Own")) {
            calls.put(tool, call(tool, "x", "1", new Access.Other()));
        }
        return calls;
    }

    private static PermissionRequest call(String tool, String key, String value, Access access) {
        return new PermissionRequest(tool, Map.of(key, value), List.of(access), new FlatPaths(), Sandboxing.ACTIVE);
    }

    /** A workspace at {@code /ws} without links. */
    private record FlatPaths() implements PathResolver {
        @Override
        public String root() {
            return "/ws";
        }

        @Override
        public ResolvedPath resolve(String path) {
            String absolute = path.startsWith("/") ? path : "/ws/" + path;
            return new ResolvedPath(absolute, absolute, absolute.startsWith("/ws/"));
        }
    }
}
