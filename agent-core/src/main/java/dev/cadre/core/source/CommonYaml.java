package dev.cadre.core.source;

import dev.cadre.core.source.Node.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML that most frontmatters are written in, at a fraction of the parser's cost: block mappings of plain
 * and quoted keys, block lists, lists in brackets, plain and quoted values, and blocks of text.
 *
 * <p>It takes only what has one meaning, refuses the one mistake that is common ({@code key: text: more}), and gives up on
 * anything else, comments beside values included; {@link YamlTree} then reads from the start. Both give equal trees and equal errors,
 * places included.
 */
final class CommonYaml {

    // Larger or deeper ones are left to the parser, which knows the limits.
    private static final int MAX_CHARS = 64 << 10;
    private static final int MAX_VALUES = Limits.DEFAULT.values() / 2;
    private static final int MAX_DEPTH = 8;
    // YAML's own limit is 1,024.
    private static final int MAX_KEY_CHARS = 1000;

    private final String text;
    private final int limit;
    private final LineCursor line;
    private final CommonValues values;
    private final CommonBlocks blocks;
    private int read;

    private CommonYaml(String text, int start, int limit) {
        this.text = text;
        this.limit = limit;
        this.line = new LineCursor(text, start, limit);
        this.values = new CommonValues(text);
        this.blocks = new CommonBlocks(text, line, values);
    }

    /**
     * Reads a stretch of a text; null if it is anything but the common subset, or empty.
     *
     * @throws SourceException if it surely is no YAML
     */
    static Node.@Nullable Mapping read(String text, int start, int end) {
        if (end - start > MAX_CHARS) {
            return null;
        }
        CommonYaml yaml = new CommonYaml(text, start, end);
        yaml.line.advance();
        yaml.passComments(0);
        if (yaml.line.isDone() || yaml.line.indent() > 0) {
            return null;
        }
        Node.Mapping root = yaml.mapping(0, 1);
        return yaml.line.isDone() ? root : null;
    }

    private Node.@Nullable Mapping mapping(int column, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        int start = line.first();
        int last = start;
        while (line.isAt(column)) {
            Node.Scalar key = key();
            if (key == null || isTooMany(1) || (depth > 1 && holds(entries, key.text()))) {
                return null;
            }
            Node value = value(column, depth, key.offset() + key.length() + 1);
            if (value == null) {
                return null;
            }
            entries.add(new Node.Entry(key, value));
            last = value.offset() + value.length();
            passComments(column);
        }
        return line.isDeeperThan(column) ? null : new Node.Mapping(entries, start, last - start);
    }

    private boolean isTooMany(int more) {
        read += more;
        return read > MAX_VALUES;
    }

    private void passComments(int column) {
        while (line.isAt(column)
                && text.charAt(line.first()) == '#'
                && values.isOrdinary(line.first(), line.fullEnd())) {
            line.advance();
        }
    }

    private static boolean holds(List<Node.Entry> entries, String key) {
        for (Node.Entry entry : entries) {
            if (entry.key().text().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private Node.@Nullable Scalar key() {
        int first = line.first();
        int end = line.end();
        char start = text.charAt(first);
        boolean quoted = start == '"' || start == '\'';
        int colon = quoted ? text.indexOf(start, first + 1) + 1 : values.plainEnd(first, end);
        boolean ends = colon > first
                && colon < end
                && text.charAt(colon) == ':'
                && (colon + 1 == end || text.charAt(colon + 1) == ' ');
        // Merge keys and ends of documents start so.
        boolean special = start == '<' || start == '.';
        return ends && !special && text.charAt(colon - 1) != ' ' && colon - first <= MAX_KEY_CHARS
                ? values.scalar(first, colon)
                : null;
    }

    // Leaves the line behind, and those below that belong to the value.
    private @Nullable Node value(int column, int depth, int from) {
        if (from < line.end()) {
            return valueOf(column, line.skipBlanks(from));
        }
        line.advance();
        if (depth == MAX_DEPTH) {
            return null;
        }
        if (!line.isDone() && line.indent() >= column && line.startsItem()) {
            return sequence(line.indent(), depth + 1);
        }
        if (!line.isDeeperThan(column)) {
            return new Node.Scalar("", Style.PLAIN, from, 0);
        }
        return key() == null ? blocks.plain(column, line.first()) : mapping(line.indent(), depth + 1);
    }

    private @Nullable Node valueOf(int column, int start) {
        return switch (text.charAt(start)) {
            case '|', '>' -> blocks.block(column, start);
            case '[' -> oneLine(column, list(start, line.end()));
            case '{' -> oneLine(column, values.emptyMap(start, line.end()));
            case '"', '\'' -> oneLine(column, values.scalar(start, line.end()));
            default -> plain(column, start);
        };
    }

    private Node.@Nullable Sequence list(int start, int end) {
        Node.Sequence list = values.list(start, end);
        return list == null || isTooMany(list.items().size()) ? null : list;
    }

    private Node.@Nullable Scalar plain(int column, int start) {
        int end = line.end();
        Node.Scalar value = blocks.plain(column, start);
        if (value == null) {
            values.refuseInnerKey(start, end, limit);
        }
        return value;
    }

    private @Nullable Node oneLine(int column, @Nullable Node value) {
        line.advance();
        return line.isDeeperThan(column) ? null : value;
    }

    private Node.@Nullable Sequence sequence(int column, int depth) {
        List<Node> items = new ArrayList<>();
        int start = line.first();
        int last = start;
        while (line.isAt(column) && line.startsItem()) {
            line.enterItem();
            Node item = depth < MAX_DEPTH && key() != null
                    ? mapping(line.indent(), depth + 1)
                    : oneLine(column, values.scalar(line.first(), line.end()));
            if (item == null || isTooMany(1)) {
                return null;
            }
            items.add(item);
            last = item.offset() + item.length();
        }
        return new Node.Sequence(items, start, last - start);
    }
}
