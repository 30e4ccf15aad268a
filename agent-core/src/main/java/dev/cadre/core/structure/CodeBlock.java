package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.Locale;
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

    /**
     * Returns the language in lower case: the first word of {@link #info()} without attributes, such as {@code rust} of
     * {@code rust,ignore} and {@code ruby} of <code>{.ruby}</code>; empty if there is none.
     */
    public Optional<String> language() {
        int start = 0;
        while (start < info.length()
                && (Character.isWhitespace(info.charAt(start)) || "{.".indexOf(info.charAt(start)) >= 0)) {
            start++;
        }
        int end = start;
        while (end < info.length()
                && !Character.isWhitespace(info.charAt(end))
                && ",{}".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        return end == start
                ? Optional.empty()
                : Optional.of(info.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
