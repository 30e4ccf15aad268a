package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values on one line for {@link CommonYaml}; each method gives null where the parser has to look. */
final class CommonValues {

    // What can't start a plain value, or means something else than text there.
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private final String text;

    CommonValues(String text) {
        this.text = text;
    }

    /** Reads a scalar; there is no blank at either end. */
    Node.@Nullable Scalar scalar(int start, int end) {
        return switch (text.charAt(start)) {
            case '"' -> doubleQuoted(start, end);
            case '\'' -> singleQuoted(start, end);
            default ->
                isPlainStart(start) && isPlain(start, end)
                        ? new Node.Scalar(text.substring(start, end), Style.PLAIN, start, end - start)
                        : null;
        };
    }

    /** Returns whether a plain value may start with this character. */
    boolean isPlainStart(int at) {
        return INDICATORS.indexOf(text.charAt(at)) < 0;
    }

    /** Returns whether a stretch is text in a plain value, all of it. */
    boolean isPlain(int start, int end) {
        return plainEnd(start, end) == end;
    }

    /** Returns where a plain value ends at the latest. */
    int plainEnd(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean special = (c == ':' && (i + 1 == end || text.charAt(i + 1) == ' '))
                    || (c == '#' && i > start && text.charAt(i - 1) == ' ');
            if (special || !isOrdinary(c)) {
                return i;
            }
        }
        return end;
    }

    /**
     * Stops the reading if a plain value, on the line of its key, goes on like a key itself.
     *
     * @param limit the end of the whole text; what YAML does not allow further down would be told first
     */
    void refuseInnerKey(int start, int end, int limit) {
        int colon = isPlainStart(start) ? plainEnd(start, end) : end;
        if (colon < end && text.charAt(colon) == ':' && areOrdinaryLines(colon, limit)) {
            throw new SourceException(DiagnosticCode.YAML_SYNTAX, colon, 1, YamlFault.COLON);
        }
    }

    private boolean areOrdinaryLines(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r' && !isOrdinary(c)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a stretch holds nothing that YAML treats in a way of its own. */
    boolean isOrdinary(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isOrdinary(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Node.@Nullable Scalar doubleQuoted(int start, int end) {
        StringBuilder unescaped = null;
        int from = start + 1;
        int i = from;
        while (i < end && text.charAt(i) != '"') {
            char c = text.charAt(i);
            if (!isOrdinary(c)) {
                return null;
            }
            if (c == '\\') {
                char meant = i + 1 < end ? escape(text.charAt(i + 1)) : '\0';
                if (meant == '\0') {
                    return null;
                }
                unescaped = unescaped == null ? new StringBuilder(end - start) : unescaped;
                unescaped.append(text, from, i).append(meant);
                i++;
                from = i + 1;
            }
            i++;
        }
        if (i != end - 1) {
            return null;
        }
        String value = unescaped == null
                ? text.substring(from, i)
                : unescaped.append(text, from, i).toString();
        return new Node.Scalar(value, Style.DOUBLE_QUOTED, start, end - start);
    }

    private static char escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '"', '\\' -> c;
            default -> '\0';
        };
    }

    private Node.@Nullable Scalar singleQuoted(int start, int end) {
        int i = start + 1;
        boolean doubled = false;
        while (i < end && (text.charAt(i) != '\'' || (i + 1 < end && text.charAt(i + 1) == '\''))) {
            if (!isOrdinary(text.charAt(i))) {
                return null;
            }
            boolean quote = text.charAt(i) == '\'';
            doubled |= quote;
            i += quote ? 2 : 1;
        }
        if (i != end - 1) {
            return null;
        }
        String value = text.substring(start + 1, i);
        return new Node.Scalar(doubled ? value.replace("''", "'") : value, Style.SINGLE_QUOTED, start, end - start);
    }

    /** Reads a pair of braces with nothing between. */
    Node.@Nullable Mapping emptyMap(int start, int end) {
        return end - start == 2 && text.charAt(start + 1) == '}' ? new Node.Mapping(List.of(), start, 2) : null;
    }

    /** Reads a list in brackets of scalars; there is no blank at either end. */
    Node.@Nullable Sequence list(int start, int end) {
        int close = end - 1;
        if (text.indexOf(']', start) != close) {
            return null;
        }
        List<Node> items = new ArrayList<>();
        for (int from = skipBlanks(start + 1); from < close; ) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 || comma > close ? close : comma;
            Node.Scalar item = item(from, to);
            if (item == null) {
                return null;
            }
            items.add(item);
            from = skipBlanks(to + 1);
            // A comma before the bracket, or none between.
            if (to < close && from >= close) {
                return null;
            }
        }
        return new Node.Sequence(items, start, end - start);
    }

    private Node.@Nullable Scalar item(int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        if (end == from) {
            return null;
        }
        char first = text.charAt(from);
        boolean quoted = first == '"' || first == '\'';
        return quoted || holdsNone(":#[{}", from, end) ? scalar(from, end) : null;
    }

    private boolean holdsNone(String characters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    // Neither a control character, nor a line break of any kind, nor what YAML does not allow.
    private static boolean isOrdinary(char c) {
        return c >= ' '
                && c != 0x7F
                && (c < 0x80 || (c >= 0xA0 && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c < 0xFFFE));
    }
}
