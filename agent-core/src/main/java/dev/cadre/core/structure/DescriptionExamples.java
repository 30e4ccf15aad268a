package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads the {@code <example>} dialogues that descriptions show when to use an agent.
 *
 * <p>Real descriptions separate lines by line ends or by the two characters {@code \n}; both are read. Thread-safe; the
 * work is linear in the length of the description.
 *
 * <pre>{@code
 * DescriptionExamples.of("Use it. <example>user: \"Hi\"\\nassistant: \"Hello\"</example>").get(0).turns().size();  // 2
 * }</pre>
 */
public final class DescriptionExamples {

    private static final String OPEN = "<example>";
    private static final String CLOSE = "</example>";

    private DescriptionExamples() {}

    /**
     * Returns the examples of a description in their order; an example that is not closed ends with the text.
     *
     * @param description the description as the definition has it
     */
    public static List<ExampleDialogue> of(String description) {
        Objects.requireNonNull(description, "description");
        String lower = description.toLowerCase(Locale.ROOT);
        if (lower.length() != description.length()) {
            lower = description;
        }
        LineIndex index = new LineIndex(description);
        List<ExampleDialogue> found = new ArrayList<>();
        int open = lower.indexOf(OPEN);
        int close = lower.indexOf(CLOSE);
        while (open >= 0) {
            if (close >= 0 && close < open) {
                close = lower.indexOf(CLOSE, open);
            }
            int next = lower.indexOf(OPEN, open + OPEN.length());
            int end = close >= 0 && (next < 0 || close < next) ? close : next >= 0 ? next : description.length();
            int behind = end == close ? close + CLOSE.length() : end;
            String text = description.substring(open + OPEN.length(), end);
            found.add(ExampleReader.read(text, index.span(open, behind)));
            open = next;
        }
        return List.copyOf(found);
    }
}
