package dev.cadre.tools.attack;

import dev.cadre.tools.BuiltinTools;
import dev.cadre.tools.LocalWorkspace;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRequest;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.RuleSyntaxException;
import dev.cadre.tools.permission.Sandboxing;
import dev.cadre.tools.permission.ToolSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Decides rows against a real workspace whose links lead out of it. */
final class AttackBench {

    private static final Set<String> BASH_PARAMETERS = Set.of("command", "timeout", "description", "run_in_background");

    private final Path folder;
    private final Path home;

    AttackBench(Path scratch) throws IOException {
        folder = Files.createDirectory(scratch.resolve("ws"));
        home = Files.createDirectory(scratch.resolve("home"));
        Files.createDirectory(scratch.resolve("ws-evil"));
    }

    /** Returns {@code allow}, {@code ask}, {@code deny}, or {@code error} for what is refused as malformed. */
    String decide(AttackRow row, Sandboxing sandboxing, String... moreAllowed) throws IOException {
        prepare(row.setup());
        PermissionPolicy policy;
        Map<String, Object> input = object(row.input());
        List<Access> accesses;
        try {
            policy = policy(row.policy(), moreAllowed);
            accesses = accesses(row.tool(), input);
        } catch (RuleSyntaxException | ToolInputException e) {
            return "error";
        }
        LocalWorkspace workspace = LocalWorkspace.open(folder);
        return policy.decide(new PermissionRequest(row.tool(), input, accesses, workspace, sandboxing))
                .verdict()
                .word();
    }

    private static List<Access> accesses(String tool, Map<String, Object> input) {
        if (tool.equals("Bash")) {
            boolean isKnown = BASH_PARAMETERS.containsAll(input.keySet());
            if (!isKnown || !(input.get("command") instanceof String command)) {
                throw new ToolInputException("not an input of Bash");
            }
            return List.of(new Access.Command(command));
        }
        if (tool.equals("WebFetch")) {
            return List.of(new Access.Fetch(String.valueOf(input.get("url"))));
        }
        Tool builtin = BuiltinTools.all().stream()
                .filter(each -> each.spec().name().equals(tool))
                .findFirst()
                .orElseThrow();
        return builtin.prepare(input).accesses();
    }

    private PermissionPolicy policy(JsonNode policy, String... moreAllowed) {
        List<PermissionRule> allow = new ArrayList<>(rules(policy.path("allow")));
        for (String more : moreAllowed) {
            allow.add(PermissionRule.parse(more));
        }
        PermissionLayer host = PermissionLayer.builder("host")
                .approves(PermissionLayer.Approves.YES)
                .mode(PermissionMode.of(policy.path("mode").asString("default")).orElseThrow())
                .rules(new PermissionRules(rules(policy.path("deny")), rules(policy.path("ask")), allow))
                .capabilities(capabilities(policy.path("permissions")))
                .build();
        PermissionLayer.Builder definition = PermissionLayer.builder("definition");
        JsonNode tools = policy.path("tools");
        if (!tools.isMissingNode()) {
            definition.tools(ToolSelection.only(rules(tools.path("allow"))));
            definition.capabilities(capabilities(tools.path("permissions")));
        }
        return PermissionPolicy.of(List.of(host)).narrowedBy(definition.build());
    }

    private static Capabilities capabilities(JsonNode permissions) {
        return new Capabilities(setting(permissions.path("network")), setting(permissions.path("mcp")));
    }

    private static Capabilities.Setting setting(JsonNode value) {
        if (value.isMissingNode()) {
            return Capabilities.Setting.INHERIT;
        }
        return value.asBoolean() ? Capabilities.Setting.ALLOW : Capabilities.Setting.DENY;
    }

    private static List<PermissionRule> rules(JsonNode texts) {
        List<PermissionRule> rules = new ArrayList<>();
        texts.forEach(text -> rules.add(PermissionRule.parse(text.asString())));
        return rules;
    }

    private Map<String, Object> object(JsonNode json) {
        Map<String, Object> object = new LinkedHashMap<>();
        json.properties().forEach(each -> object.put(each.getKey(), value(each.getValue())));
        return object;
    }

    private Object value(JsonNode json) {
        if (json.isString()) {
            return json.asString().replaceFirst("^/ws(?=$|/|-)", folder.toString());
        }
        if (json.isBoolean()) {
            return json.asBoolean();
        }
        if (json.isNumber()) {
            return json.asInt();
        }
        List<Object> values = new ArrayList<>();
        json.forEach(each -> values.add(value(each)));
        return values;
    }

    // The files and links of a row's setup; what it does with git changes no decision.
    private void prepare(String setup) throws IOException {
        for (String command : setup.replace("/home/v", home.toString()).split(";", -1)) {
            String[] words = command.strip().split("\\s+", -1);
            prepare(command.strip(), words);
        }
    }

    private void prepare(String command, String[] words) throws IOException {
        if (command.startsWith("ln -s ")) {
            Files.createSymbolicLink(folder.resolve(words[3]), Path.of(words[2]));
        } else if (command.startsWith("ln ")) {
            Path outside = home.resolve("linked");
            Files.writeString(outside, "x");
            Files.createLink(folder.resolve(words[2]), outside);
        } else if (command.startsWith("mkdir -p ") || command.equals("mkdir dir")) {
            Files.createDirectories(folder.resolve(words[words.length - 1]));
        } else if (command.startsWith("echo") && command.contains(">")) {
            String name = command.substring(command.indexOf('>') + 1).strip();
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "x\n");
        } else if (command.startsWith("mkfifo ")) {
            fifo(folder.resolve(words[1]));
        }
    }

    private static void fifo(Path path) throws IOException {
        try {
            new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
