package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what a key that is only kept should hold in its product, so that a slip is told.
 *
 * @param kind the kind of value
 * @param words the words that there are; empty unless it is one of a few
 */
public record KeptShape(Kind kind, List<String> words) {

    /** What a value can be. */
    public enum Kind {
        /** One of a few words. */
        WORD("one of these words"),
        /** Any text, number or truth value. */
        TEXT("a text"),
        /** True or false. */
        FLAG("true or false"),
        /** A number. */
        NUMBER("a number"),
        /** A list. */
        LIST("a list"),
        /** Keys and values. */
        MAP("keys and values");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        /** Returns what a person should write. */
        public String expected() {
            return expected;
        }
    }

    private static final Map<String, KeptShape> VSCODE = new Table()
            .word("target", "vscode", "github-copilot")
            .of(Kind.FLAG, "disable-model-invocation", "user-invocable", "user-invokable", "infer")
            .of(Kind.MAP, "metadata")
            .of(Kind.TEXT, "argument-hint", "mode", "title")
            .of(Kind.LIST, "handoffs")
            .done();

    private static final Map<String, KeptShape> OPENCODE = new Table()
            .word("mode", "primary", "subagent", "all")
            .of(Kind.NUMBER, "top_p")
            .of(Kind.FLAG, "hidden")
            .of(Kind.TEXT, "variant")
            .of(Kind.MAP, "options")
            .done();

    private static final Map<String, KeptShape> GEMINI = new Table()
            .word("kind", "local", "remote")
            .of(Kind.TEXT, "display_name", "agent_card_url")
            .of(Kind.MAP, "auth")
            .done();

    private static final Map<String, KeptShape> KIRO = new Table()
            .of(Kind.LIST, "resources")
            .of(Kind.TEXT, "welcomeMessage", "keyboardShortcut")
            .of(Kind.MAP, "toolAliases")
            .of(Kind.FLAG, "includeMcpJson", "useLegacyMcpJson")
            .done();

    private static final Map<String, KeptShape> CODEX = new Table()
            .of(Kind.LIST, "nickname_candidates")
            .of(Kind.MAP, "skills", "sandbox_workspace_write", "features")
            .of(Kind.TEXT, "model_provider", "model_reasoning_summary", "model_verbosity", "personality")
            .done();

    private static final Map<String, KeptShape> ROO = new Table()
            .word("source", "global", "project")
            .of(Kind.TEXT, "name", "iconName")
            .done();

    private static final Map<String, KeptShape> SKILL = new Table()
            .word("context", "fork")
            .of(Kind.TEXT, "license", "compatibility", "agent", "shell")
            .of(Kind.MAP, "metadata")
            .of(Kind.FLAG, "disable-model-invocation", "user-invocable")
            .done();

    /** Returns the shapes of a dialect's kept keys; a key without one may hold anything. */
    public static Map<String, KeptShape> of(Dialect dialect) {
        return switch (dialect) {
            case COPILOT, CHATMODE -> VSCODE;
            case OPENCODE -> OPENCODE;
            case GEMINI -> GEMINI;
            case KIRO -> KIRO;
            case CODEX -> CODEX;
            case ROO -> ROO;
            case SKILL -> SKILL;
            default -> Map.of();
        };
    }

    /** Returns whether a value has this shape. */
    public boolean fits(Node value) {
        return switch (kind) {
            case WORD -> value instanceof Node.Scalar scalar && words.contains(scalar.text());
            case TEXT -> value instanceof Node.Scalar;
            case FLAG ->
                value instanceof Node.Scalar scalar && List.of("true", "false").contains(scalar.text());
            case NUMBER -> value instanceof Node.Scalar scalar && scalar.toJson() instanceof Number;
            case LIST -> value instanceof Node.Sequence;
            case MAP -> value instanceof Node.Mapping;
        };
    }

    private static final class Table {

        private final Map<String, KeptShape> shapes = new LinkedHashMap<>();

        Table word(String key, String... words) {
            shapes.put(key, new KeptShape(Kind.WORD, List.of(words)));
            return this;
        }

        Table of(Kind kind, String... keys) {
            for (String key : keys) {
                shapes.put(key, new KeptShape(kind, List.of()));
            }
            return this;
        }

        Map<String, KeptShape> done() {
            return Collections.unmodifiableMap(shapes);
        }
    }
}
