package dev.cadre.core.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A format that agent definitions are written in.
 *
 * <p>Constants are added in later versions; code that branches on them needs a default.
 */
public enum Dialect {
    /** Claude Code: Markdown with frontmatter, and the map shape of {@code tools}. */
    CLAUDE("claude"),
    /** Markdown without frontmatter: the whole text is the prompt. */
    MARKDOWN("markdown");

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    /** Returns the word that the command line and JSON use. */
    public String id() {
        return id;
    }

    /** Returns all words, in the order of this enum. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Dialect::id).toList();
    }

    /** Finds the dialect of a word. */
    public static Optional<Dialect> of(String id) {
        return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
    }
}
