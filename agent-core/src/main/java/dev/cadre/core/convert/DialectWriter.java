package dev.cadre.core.convert;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the keys of a definition in the words and the shape of a dialect. */
final class DialectWriter {

    static final List<Dialect> TARGETS = List.of(
            Dialect.CLAUDE,
            Dialect.CLAUDE_JSON,
            Dialect.COPILOT,
            Dialect.CHATMODE,
            Dialect.OPENCODE,
            Dialect.GEMINI,
            Dialect.QWEN,
            Dialect.FACTORY,
            Dialect.KIRO,
            Dialect.CURSOR,
            Dialect.CODEX,
            Dialect.ROO,
            Dialect.SKILL);

    private DialectWriter() {}

    static String write(Writing writing) {
        Dialect dialect = writing.dialect();
        if (!TARGETS.contains(dialect)) {
            throw new IllegalArgumentException("nothing is written as " + dialect.id() + "; choose one of "
                    + String.join(", ", TARGETS.stream().map(Dialect::id).toList()));
        }
        writing.putCommon();
        restrictions(writing);
        writing.putExtensions();
        return shape(writing);
    }

    private static String shape(Writing writing) {
        String prompt = writing.definition().prompt();
        Map<String, @Nullable Object> keys = writing.keys();
        switch (writing.dialect()) {
            case CLAUDE_JSON -> {
                keys.remove("name");
                keys.put("prompt", prompt);
                Map<String, @Nullable Object> agents = new LinkedHashMap<>();
                agents.put(writing.name(), keys);
                return Frame.json(agents);
            }
            case CODEX -> {
                keys.put("developer_instructions", prompt);
                return Frame.toml(keys);
            }
            case ROO -> {
                keys.putIfAbsent("name", writing.definition().name());
                keys.put("roleDefinition", prompt);
                return Frame.roo(keys);
            }
            case OPENCODE -> {
                // Its agents are named by their files.
                keys.remove("name");
                return Frame.markdown(keys, prompt);
            }
            default -> {
                return Frame.markdown(keys, prompt);
            }
        }
    }

    private static void restrictions(Writing writing) {
        ToolsWriter tools = new ToolsWriter(writing);
        writing.tools().ifPresentOrElse(tools::write, tools::writeAll);
        new RulesWriter(writing, tools).write();
        writing.definition()
                .isolation()
                .ifPresent(isolation -> writing.put(Meaning.ISOLATION, "the isolation", "worktree"));
    }
}
