package dev.cadre.core.source;

import dev.cadre.core.source.Node.Style;
import org.jspecify.annotations.Nullable;

/** Reads values of several lines for {@link CommonYaml}; each method gives null where the parser has to look. */
final class CommonBlocks {

    private final String text;
    private final LineCursor line;
    private final CommonValues values;

    CommonBlocks(String text, LineCursor line, CommonValues values) {
        this.text = text;
        this.line = line;
        this.values = values;
    }

    /** Reads a plain value that starts in this line; lines further right go on with it, joined by a blank. */
    Node.@Nullable Scalar plain(int column, int start) {
        int end = line.end();
        if (!values.isPlainStart(start) || !values.isPlain(start, end)) {
            return null;
        }
        line.advance();
        if (!line.isDeeperThan(column)) {
            return new Node.Scalar(text.substring(start, end), Style.PLAIN, start, end - start);
        }
        StringBuilder joined = new StringBuilder().append(text, start, end);
        while (line.isDeeperThan(column)) {
            int first = line.first();
            end = line.end();
            if (line.blankLines() > 0 || text.charAt(first) == '#' || !values.isPlain(first, end)) {
                return null;
            }
            joined.append(' ').append(text, first, end);
            line.advance();
        }
        return new Node.Scalar(joined.toString(), Style.PLAIN, start, end - start);
    }

    /** Reads a literal or folded block whose header ends this line. */
    Node.@Nullable Scalar block(int column, int start) {
        boolean folded = text.charAt(start) == '>';
        boolean stripped = start + 1 < line.end() && text.charAt(start + 1) == '-';
        if (line.end() - start > (stripped ? 2 : 1)) {
            return null;
        }
        line.advance();
        if (!line.isDeeperThan(column) || line.blankLines() > 0) {
            return null;
        }
        int margin = line.indent();
        StringBuilder joined = new StringBuilder();
        int end = start;
        boolean wasFurther = false;
        while (line.isDeeperThan(column)) {
            if (line.indent() < margin || !line.isBroken()) {
                return null;
            }
            // Lines further right than the margin are never folded, nor are those next to them.
            boolean further = line.indent() > margin;
            if (!joined.isEmpty()) {
                separate(joined, folded && !further && !wasFurther);
            }
            wasFurther = further;
            int from = line.start() + margin;
            end = line.end();
            if (!values.isOrdinary(from, line.fullEnd())) {
                return null;
            }
            joined.append(text, from, line.fullEnd());
            line.advance();
            // In a block, blanks further right than its margin are text.
            if (line.widestBlankLine() > margin) {
                return null;
            }
        }
        if (!stripped) {
            joined.append('\n');
        }
        return new Node.Scalar(joined.toString(), Style.BLOCK, start, end - start);
    }

    private void separate(StringBuilder joined, boolean folded) {
        int breaks = line.blankLines() + (folded ? 0 : 1);
        if (breaks == 0) {
            joined.append(' ');
        }
        for (int i = 0; i < breaks; i++) {
            joined.append('\n');
        }
    }
}
