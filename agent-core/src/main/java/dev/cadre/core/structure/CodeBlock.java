package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * A block of code in a prompt.
 *
 * @param info the text behind the opening fence; empty if there is none
 * @param content the code, without fences
 * @param span where the block stands, its fences included
 */
public record CodeBlock(String info, String content, Span span) implements Located {

    /** Checks that nothing is null. */
    public CodeBlock {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(span, "span");
    }

    /** Returns the language, the first word of {@link #info()}; empty if there is none. */
    public Optional<String> language() {
        String first = info.strip();
        int end = 0;
        while (end < first.length() && !Character.isWhitespace(first.charAt(end))) {
            end++;
        }
        return end == 0 ? Optional.empty() : Optional.of(first.substring(0, end));
    }
}
