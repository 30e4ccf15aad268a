package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import java.util.Set;

/**
 * Says where the frontmatter of a file is.
 *
 * <p>The exact rule: the first line is {@code ---}, and the block ends at the next line that is {@code ---} or
 * {@code ...}; blanks behind are allowed. What real files do beyond it is read with a warning where the meaning is plain,
 * and is an error where keys would otherwise become prompt text.
 *
 * @param isPresent whether there is one; if not, the body is the whole text
 * @param start the offset of its first line, after the opening delimiter
 * @param end the offset of its closing delimiter
 * @param body the offset of the body
 */
public record Frontmatter(boolean isPresent, int start, int end, int body) {

    private static final Frontmatter NONE = new Frontmatter(false, 0, 0, 0);
    private static final int MAX_LINES_BEFORE = 12;
    private static final Set<String> TELLING =
            Set.of("name", "description", "tools", "model", "mode", "color", "kind", "disallowedTools");

    /** Finds the frontmatter; what is odd about it is added to the problems. */
    public static Frontmatter find(Problems problems) {
        String text = problems.head();
        Line first = Line.at(text, 0);
        Frontmatter found = first.isRow(text, '-', 3, 3) ? closed(problems, first) : displaced(problems, text);
        if (!found.isPresent() && !problems.hasErrors() && isUnfenced(text)) {
            problems.add(problems.at(
                            0,
                            first.end(),
                            DiagnosticCode.FRONTMATTER_UNFENCED,
                            "keys stand at the top without delimiter lines or in no YAML, so they would be part of the"
                                    + " prompt")
                    .advice("put a line --- before and after the keys, and write each as \"key: value\""));
        }
        return found;
    }

    private static Frontmatter closed(Problems problems, Line open) {
        String text = problems.head();
        for (int at = open.next(); at < text.length(); ) {
            Line line = Line.at(text, at);
            if (line.isRow(text, '-', 3, 3) || line.isRow(text, '.', 3, 3)) {
                return isProse(text, open.next(), line.start()) ? NONE : block(open, line);
            }
            if (line.isRow(text, '-', 4, Integer.MAX_VALUE) && !isProse(text, open.next(), line.start())) {
                problems.add(problems.at(
                                line.start(),
                                line.end() - line.start(),
                                DiagnosticCode.FRONTMATTER_DELIMITER,
                                "the closing delimiter has more than three dashes; other readers do not see it")
                        .fix(Fix.replace(
                                "write exactly ---",
                                problems.source().span(line.start(), line.end() - line.start()),
                                "---")));
                return block(open, line);
            }
            at = line.next();
        }
        if (startsWithKey(text, open.next())) {
            problems.add(problems.at(
                            open.start(),
                            open.end() - open.start(),
                            DiagnosticCode.FRONTMATTER_UNCLOSED,
                            "the frontmatter is never closed, so no key in it would hold")
                    .advice("put a line --- between the keys and the prompt"));
        }
        return NONE;
    }

    private static Frontmatter block(Line open, Line close) {
        return new Frontmatter(true, open.next(), close.start(), close.next());
    }

    // Blank lines, a heading or a code fence may have slipped before the frontmatter.
    private static Frontmatter displaced(Problems problems, String text) {
        int at = 0;
        for (int n = 0; n < MAX_LINES_BEFORE && at < text.length(); n++) {
            Line line = Line.at(text, at);
            int indent = line.indent(text);
            boolean fence = new Line(line.start() + indent, line.end(), line.next()).isRow(text, '-', 3, 3);
            if (fence && TELLING.contains(firstKey(text, line.next()))) {
                if (indent > 0) {
                    problems.add(problems.at(
                                    line.start(),
                                    line.end() - line.start(),
                                    DiagnosticCode.FRONTMATTER_UNCLOSED,
                                    "the opening delimiter is indented, so no key below it would hold")
                            .advice("remove the blanks before the frontmatter"));
                    return NONE;
                }
                Frontmatter found = closed(problems, line);
                if (found.isPresent()) {
                    problems.add(problems.at(
                                    0,
                                    line.start(),
                                    DiagnosticCode.FRONTMATTER_NOT_FIRST,
                                    "something stands before the frontmatter; other readers do not see the keys")
                            .fix(Fix.replace(
                                    "remove what stands before the frontmatter",
                                    problems.source().span(0, line.start()),
                                    "")));
                }
                return found;
            }
            at = line.next();
        }
        return NONE;
    }

    private static boolean isUnfenced(String text) {
        int known = 0;
        for (int at = 0; at < text.length(); ) {
            Line line = Line.at(text, at);
            if (line.isBlank(text)) {
                break;
            }
            known += TELLING.contains(Keys.meant(text, line.start(), line.end())) ? 1 : 0;
            at = line.next();
        }
        return known >= 2;
    }

    private static boolean startsWithKey(String text, int from) {
        return !firstKey(text, from).isEmpty();
    }

    private static String firstKey(String text, int from) {
        for (int at = from; at < text.length(); ) {
            Line line = Line.at(text, at);
            if (!line.isBlank(text) && text.charAt(line.start()) != '#') {
                return Keys.ofLine(text, line.start(), line.end());
            }
            at = line.next();
        }
        return "";
    }

    // A text between two thematic breaks at the top of a document is no frontmatter.
    private static boolean isProse(String text, int start, int end) {
        boolean words = false;
        for (int at = start; at < end; ) {
            Line line = Line.at(text, at);
            int first = line.start() + line.indent(text);
            if (first < line.end() && text.charAt(first) != '#') {
                if (text.charAt(first) == '{'
                        || text.charAt(first) == '['
                        || text.charAt(first) == '-'
                        || text.charAt(first) == '?'
                        || holdsColon(text, first, line.end())) {
                    return false;
                }
                words = true;
            }
            at = line.next();
        }
        return words;
    }

    private static boolean holdsColon(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == ':') {
                return true;
            }
        }
        return false;
    }
}
