package dev.cadre.core.format;

import dev.cadre.core.format.Shape.Fields;
import dev.cadre.core.format.Shape.Kind;
import dev.cadre.core.format.Shape.ListOf;
import dev.cadre.core.format.Shape.MapOf;
import dev.cadre.core.format.Shape.Word;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows what stands in hooks, servers and hand-offs. */
public final class NestedShapes {

    private static final List<String> EVENTS = List.of(
            "SessionStart",
            "Setup",
            "UserPromptSubmit",
            "UserPromptExpansion",
            "PreToolUse",
            "PermissionRequest",
            "PermissionDenied",
            "PostToolUse",
            "PostToolUseFailure",
            "PostToolBatch",
            "Notification",
            "MessageDisplay",
            "SubagentStart",
            "SubagentStop",
            "TaskCreated",
            "TaskCompleted",
            "Stop",
            "StopFailure",
            "TeammateIdle",
            "InstructionsLoaded",
            "ConfigChange",
            "CwdChanged",
            "DirectoryAdded",
            "FileChanged",
            "WorktreeCreate",
            "WorktreeRemove",
            "PreCompact",
            "PostCompact",
            "SessionEnd",
            "Elicitation",
            "ElicitationResult");

    private static final Shape HANDLER = new Fields(
            keys(
                    Map.of("type", new Word(List.of("command", "http", "mcp_tool", "prompt", "agent"))),
                    Map.of(Kind.TEXT, List.of("command", "shell", "url", "server", "tool", "prompt", "model", "if")),
                    Map.of(
                            Kind.TEXT,
                            List.of("statusMessage"),
                            Kind.LIST,
                            List.of("args"),
                            Kind.NUMBER,
                            List.of("timeout")),
                    Map.of(Kind.FLAG, List.of("async", "asyncRewake", "once"), Kind.MAP, List.of("input", "headers"))),
            List.of("type"),
            Map.of(
                    "command", List.of("command"),
                    "http", List.of("url"),
                    "mcp_tool", List.of("server", "tool"),
                    "prompt", List.of("prompt"),
                    "agent", List.of("prompt")),
            false);

    private static final Shape GROUP = new Fields(
            keys(Map.of("hooks", new ListOf(HANDLER)), Map.of(Kind.TEXT, List.of("matcher"))),
            List.of("hooks"),
            Map.of(),
            false);

    /** The hooks of Claude Code's settings. */
    public static final Shape HOOKS = new Fields(events(), List.of(), Map.of(), true);

    /** The settings of one MCP server; products know more keys than are listed. */
    public static final Shape SERVER = new Fields(
            keys(
                    Map.of(
                            "type",
                            new Word(List.of("stdio", "local", "http", "sse", "ws", "streamable-http", "sdk")),
                            "env",
                            new MapOf(Kind.TEXT),
                            "headers",
                            new MapOf(Kind.TEXT)),
                    Map.of(Kind.TEXT, List.of("command", "url", "cwd"), Kind.LIST, List.of("args"))),
            List.of(),
            Map.of(
                    "stdio", List.of("command"),
                    "local", List.of("command"),
                    "http", List.of("url"),
                    "sse", List.of("url"),
                    "ws", List.of("url")),
            false);

    /** Switches of Claude Code that may go away. */
    public static final Shape EXPERIMENTAL =
            new Fields(Map.of("cacheTtl", new Word(List.of("5m", "1h"))), List.of(), Map.of(), true);

    /** The hand-offs of VS Code. */
    static final Shape HANDOFFS = new ListOf(new Fields(
            keys(
                    Map.of(),
                    Map.of(Kind.TEXT, List.of("label", "agent", "prompt"), Kind.FLAG, List.of("send")),
                    Map.of(Kind.TEXT_OR_LIST, List.of("model"))),
            List.of("label", "agent"),
            Map.of(),
            false));

    private NestedShapes() {}

    private static Map<String, Shape> events() {
        Map<String, Shape> events = new LinkedHashMap<>();
        EVENTS.forEach(event -> events.put(event, new ListOf(GROUP)));
        return Collections.unmodifiableMap(events);
    }

    @SafeVarargs
    private static Map<String, Shape> keys(Map<String, Shape> own, Map<Kind, List<String>>... plain) {
        Map<String, Shape> keys = new LinkedHashMap<>(own);
        for (Map<Kind, List<String>> kinds : plain) {
            kinds.forEach((kind, names) -> names.forEach(name -> keys.put(name, kind)));
        }
        return Collections.unmodifiableMap(keys);
    }
}
