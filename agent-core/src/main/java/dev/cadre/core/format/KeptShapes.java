package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Shape.Kind;
import dev.cadre.core.format.Shape.MapOf;
import dev.cadre.core.format.Shape.Names;
import dev.cadre.core.format.Shape.Word;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows what keys that are only kept should hold in their products, so that a slip is told. */
public final class KeptShapes {

    private static final Map<String, Shape> CLAUDE =
            new Table().of(Kind.TEXT, "color").done();

    private static final Map<String, Shape> VSCODE = new Table()
            .word("target", "vscode", "github-copilot")
            .of(Kind.FLAG, "disable-model-invocation", "user-invocable", "user-invokable", "infer")
            .of(Kind.MAP, "metadata")
            .of(Kind.TEXT, "argument-hint", "mode", "title")
            .of(NestedShapes.HANDOFFS, "handoffs")
            .done();

    private static final Map<String, Shape> OPENCODE = new Table()
            .word("mode", "primary", "subagent", "all")
            .of(Kind.NUMBER, "top_p")
            .of(Kind.FLAG, "hidden")
            .of(Kind.TEXT, "variant")
            .of(Kind.MAP, "options")
            .done();

    private static final Map<String, Shape> GEMINI = new Table()
            .word("kind", "local", "remote")
            .of(Kind.TEXT, "display_name", "agent_card_url")
            .of(Kind.TEXT_OR_MAP, "agent_card_json")
            .of(Kind.MAP, "auth")
            .done();

    private static final Map<String, Shape> FACTORY =
            new Table().of(Kind.TEXT, "version", "location").done();

    private static final Map<String, Shape> KIRO = new Table()
            .of(Kind.LIST, "resources")
            .of(Kind.TEXT, "welcomeMessage", "keyboardShortcut")
            .of(new MapOf(Kind.TEXT), "toolAliases")
            .of(Kind.FLAG, "includeMcpJson", "useLegacyMcpJson")
            .done();

    private static final Map<String, Shape> CURSOR = new Table()
            .of(Kind.FLAG, "alwaysApply")
            .of(Kind.TEXT_OR_LIST, "globs")
            .done();

    private static final Map<String, Shape> CODEX = new Table()
            .of(new Names(" _-"), "nickname_candidates")
            .of(Kind.MAP, "skills", "sandbox_workspace_write", "features")
            .of(Kind.TEXT, "model_provider", "model_reasoning_summary", "model_verbosity", "personality")
            .done();

    private static final Map<String, Shape> ROO = new Table()
            .word("source", "global", "project")
            .of(Kind.TEXT, "name", "iconName")
            .done();

    private static final Map<String, Shape> SKILL = new Table()
            .word("context", "fork")
            .of(Kind.TEXT, "license", "compatibility", "agent", "shell", "version")
            .of(new MapOf(Kind.TEXT), "metadata")
            .of(Kind.TEXT_OR_LIST, "argument-hint", "arguments", "paths")
            .of(Kind.FLAG, "disable-model-invocation", "user-invocable")
            .done();

    private KeptShapes() {}

    /** Returns the shapes of a dialect's kept keys; a key without one may hold anything. */
    public static Map<String, Shape> of(Dialect dialect) {
        return switch (dialect) {
            case CLAUDE_JSON -> CLAUDE;
            case COPILOT, CHATMODE -> VSCODE;
            case OPENCODE -> OPENCODE;
            case GEMINI -> GEMINI;
            case FACTORY -> FACTORY;
            case KIRO -> KIRO;
            case CURSOR -> CURSOR;
            case CODEX -> CODEX;
            case ROO -> ROO;
            case SKILL -> SKILL;
            default -> Map.of();
        };
    }

    private static final class Table {

        private final Map<String, Shape> shapes = new LinkedHashMap<>();

        Table word(String key, String... words) {
            return of(new Word(List.of(words)), key);
        }

        Table of(Shape shape, String... keys) {
            for (String key : keys) {
                shapes.put(key, shape);
            }
            return this;
        }

        Map<String, Shape> done() {
            return Collections.unmodifiableMap(shapes);
        }
    }
}
