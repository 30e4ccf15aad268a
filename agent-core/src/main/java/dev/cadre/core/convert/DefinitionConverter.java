package dev.cadre.core.convert;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.definition.RightsComparison;
import dev.cadre.core.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes definitions in another dialect.
 *
 * <p>What is written is read again with this library's own reader and compared: that decides whether rights were widened,
 * not what the writer meant.
 *
 * <pre>{@code
 * Conversion conversion = DefinitionConverter.convert(definition, Dialect.COPILOT);
 * }</pre>
 */
public final class DefinitionConverter {

    private DefinitionConverter() {}

    /**
     * Writes a definition in a dialect, with a report of what is lost.
     *
     * @throws IllegalArgumentException if nothing can be written in the dialect, such as {@link Dialect#AGENTS_MD}
     */
    public static Conversion convert(AgentDefinition definition, Dialect dialect) {
        Writing writing = new Writing(definition, dialect);
        String text = DialectWriter.write(writing);
        String fileName = fileName(writing.name(), dialect);
        if (dialect == Dialect.OPENCODE && !fileName.equals(definition.name() + ".md")) {
            writing.losses()
                    .add("the name \"" + definition.name()
                            + "\" can not be expressed, because agents are named by their files");
        }
        if (dialect == Dialect.KIRO && definition.name().indexOf('/') >= 0) {
            writing.losses()
                    .add("the name \"" + definition.name() + "\" is that of a file in a folder; put it there as "
                            + definition.name() + ".md");
        }
        List<String> widenings = new ArrayList<>(writing.widenings());
        widenings.addAll(widenings(definition, folder(dialect) + fileName, text));
        return new Conversion(dialect, fileName, text, writing.losses(), widenings);
    }

    /** Returns the dialects that can be written. */
    public static List<Dialect> targets() {
        return DialectWriter.TARGETS;
    }

    private static List<String> widenings(AgentDefinition definition, String name, String text) {
        Reading reading = DefinitionReader.create().read(name, text.getBytes(StandardCharsets.UTF_8));
        Optional<AgentDefinition> written = reading.definition();
        // What the reader itself refuses gives nobody rights, but is no conversion either.
        return written.map(after -> RightsComparison.widened(definition, after)).orElseGet(() -> {
            List<String> problems = new ArrayList<>();
            reading.diagnostics().stream()
                    .filter(problem -> problem.isError())
                    .forEach(problem -> problems.add("the result can not be read: " + problem.message()));
            return problems;
        });
    }

    private static String folder(Dialect dialect) {
        return switch (dialect) {
            case CLAUDE, CLAUDE_PLUGIN -> ".claude/agents/";
            case OPENCODE -> ".opencode/agents/";
            case GEMINI -> ".gemini/agents/";
            case QWEN -> ".qwen/agents/";
            case FACTORY -> ".factory/droids/";
            case KIRO -> ".kiro/agents/";
            case CURSOR -> ".cursor/agents/";
            case CODEX -> ".codex/agents/";
            default -> "";
        };
    }

    private static String fileName(String name, Dialect dialect) {
        String stem = name.replaceAll("[\\\\/:*?\"<>|\\s]+", "-");
        return switch (dialect) {
            case COPILOT -> stem + ".agent.md";
            case CHATMODE -> stem + ".chatmode.md";
            case CLAUDE_JSON -> stem + ".json";
            case CODEX -> stem + ".toml";
            case ROO -> ".roomodes";
            case SKILL -> "SKILL.md";
            default -> stem + ".md";
        };
    }
}
