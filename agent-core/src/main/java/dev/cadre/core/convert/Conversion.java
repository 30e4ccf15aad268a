package dev.cadre.core.convert;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.llm.Json;
import java.util.List;
import java.util.Objects;

/**
 * Is a definition written in another dialect.
 *
 * @param dialect the dialect
 * @param fileName the name that a file of the dialect has, such as {@code reviewer.agent.md}
 * @param text the text of the file
 * @param losses what the dialect can't express, one sentence each; without effect on rights
 * @param widenings in which ways the text allows more than the definition, one sentence each
 */
public record Conversion(Dialect dialect, String fileName, String text, List<String> losses, List<String> widenings) {

    /** Copies the lists. */
    public Conversion {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(text, "text");
        losses = Json.list(losses.stream().distinct().toList());
        widenings = Json.list(widenings.stream().distinct().toList());
    }

    /** Returns whether the text gives the agent more rights than the definition; then use it only if you mean to. */
    public boolean isWidening() {
        return !widenings.isEmpty();
    }
}
