package dev.cadre.core.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies edits to a text; whatever they do not name stays as it is. */
public final class TextEdits {

    private TextEdits() {}

    /**
     * Applies edits, in whatever order they are given.
     *
     * @throws IllegalArgumentException if two of them overlap or one lies outside the text
     */
    public static String apply(String text, List<TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(TextEdit::offset).thenComparingInt(TextEdit::endOffset));
        StringBuilder out = new StringBuilder(text.length() + 64);
        int at = 0;
        for (TextEdit edit : sorted) {
            if (edit.offset() < at || edit.endOffset() > text.length()) {
                throw new IllegalArgumentException("the edit at " + edit.offset()
                        + " overlaps another one or lies outside the text of " + text.length() + " characters");
            }
            out.append(text, at, edit.offset()).append(edit.replacement());
            at = edit.endOffset();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Returns whether two edits touch the same characters or the same place. */
    static boolean overlap(TextEdit a, TextEdit b) {
        return (a.offset() < b.endOffset() && b.offset() < a.endOffset()) || a.offset() == b.offset();
    }

    /** Returns the fixes that can be applied together: of those that overlap, the first. */
    public static List<Diagnostic> together(List<Diagnostic> diagnostics) {
        List<Diagnostic> chosen = new ArrayList<>();
        List<TextEdit> taken = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            List<TextEdit> edits = diagnostic.fix().map(Fix::edits).orElse(List.of());
            boolean free = edits.stream().noneMatch(edit -> taken.stream().anyMatch(other -> overlap(edit, other)));
            if (!edits.isEmpty() && free) {
                chosen.add(diagnostic);
                taken.addAll(edits);
            }
        }
        return chosen;
    }
}
