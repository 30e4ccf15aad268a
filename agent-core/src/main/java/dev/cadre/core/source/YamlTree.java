package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document into a tree of located nodes.
 *
 * <p>Works on the parser's token stream, where aliases, anchors and tags can still be seen; all of them are refused, so
 * nothing is ever expanded. Scalars stay text.
 */
final class YamlTree {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEFAULT.depth() + 10)
                    .maxNumberLength(Limits.DEFAULT.scalarChars() + 10)
                    .build())
            .build();

    private final String text;
    private final int base;
    private final int end;
    private final Limits limits;
    private final Offsets offsets;
    private final YAMLParser parser;
    private int values;

    private YamlTree(String text, int base, int end, Limits limits, YAMLParser parser) {
        this.text = text;
        this.base = base;
        this.end = end;
        this.limits = limits;
        this.offsets = Offsets.of(text, base, end);
        this.parser = parser;
    }

    /**
     * Reads a stretch of a text.
     *
     * @return the root, or null if there is nothing but blanks and comments
     * @throws SourceException if it is not YAML, uses what is refused, or exceeds a limit
     */
    static @Nullable Node read(String text, int start, int end, Limits limits) {
        TextReader in = new TextReader(text, start, end);
        try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), in)) {
            return new YamlTree(text, start, end, limits, parser).document();
        }
    }

    private @Nullable Node document() {
        try {
            if (parser.nextToken() == null) {
                return null;
            }
            Node root = value(1);
            if (parser.nextToken() != null) {
                throw stop(
                        DiagnosticCode.YAML_SECOND_DOCUMENT,
                        here(),
                        "a second document starts here; there must be one");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw stop(DiagnosticCode.YAML_TOO_DEEP, here(), "values are nested deeper than " + limits.depth());
        } catch (JacksonException e) {
            YamlMessage message = YamlMessage.of(e);
            if (message.problem().startsWith("Expected a property name")) {
                throw stop(DiagnosticCode.YAML_KEY_NOT_TEXT, here(), "a key must be a text, not a list or a mapping");
            }
            int at = message.line() == 0 ? here() : offsetOf(message.line(), message.column());
            throw stop(DiagnosticCode.YAML_SYNTAX, at, message.problem());
        }
    }

    private Node value(int depth) {
        if (depth > limits.depth()) {
            throw stop(DiagnosticCode.YAML_TOO_DEEP, here(), "values are nested deeper than " + limits.depth());
        }
        if (++values > limits.values()) {
            throw stop(
                    DiagnosticCode.YAML_TOO_MANY_VALUES, here(), "there are more than " + limits.values() + " values");
        }
        int start = here();
        if (parser.isCurrentAlias()) {
            throw stop(DiagnosticCode.YAML_ALIAS, start, "aliases such as " + word(start) + " are not supported");
        }
        JsonToken token = parser.currentToken();
        refuseProperties(start);
        if (token == JsonToken.START_OBJECT) {
            return mapping(start, depth);
        }
        return token == JsonToken.START_ARRAY ? sequence(start, depth) : scalar(start);
    }

    private void refuseProperties(int start) {
        char first = start < end ? text.charAt(start) : '\0';
        if (parser.getTypeId() != null || first == '!') {
            throw stop(DiagnosticCode.YAML_TAG, start, "tags such as " + word(start) + " are not supported");
        }
        if (parser.getObjectId() != null || first == '&') {
            throw stop(DiagnosticCode.YAML_ANCHOR, start, "anchors such as " + word(start) + " are not supported");
        }
    }

    private Node.Mapping mapping(int start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Node.Scalar key = key();
            parser.nextToken();
            Node value = value(depth + 1);
            if (!seen.add(key.text()) && depth > 1) {
                throw stop(
                        DiagnosticCode.YAML_DUPLICATE_KEY,
                        key.offset(),
                        "the key \"" + key.text() + "\" stands here twice");
            }
            entries.add(new Node.Entry(key, value));
        }
        Node last = entries.isEmpty() ? null : entries.get(entries.size() - 1).value();
        return new Node.Mapping(entries, start, lengthTo(last, start));
    }

    private Node.Scalar key() {
        int start = here();
        char first = start < end ? text.charAt(start) : '\0';
        if (first == '&' || first == '*' || first == '!') {
            DiagnosticCode code = first == '&'
                    ? DiagnosticCode.YAML_ANCHOR
                    : first == '*' ? DiagnosticCode.YAML_ALIAS : DiagnosticCode.YAML_TAG;
            throw stop(code, start, "a key can not start with " + word(start));
        }
        Node.Scalar key = scalar(start);
        if (key.text().equals("<<") && key.style() == Style.PLAIN) {
            throw stop(DiagnosticCode.YAML_MERGE_KEY, start, "merge keys are not supported; repeat the keys");
        }
        return key;
    }

    private Node.Sequence sequence(int start, int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        Node last = items.isEmpty() ? null : items.get(items.size() - 1);
        return new Node.Sequence(items, start, lengthTo(last, start));
    }

    private Node.Scalar scalar(int start) {
        String value = parser.getString();
        if (value.length() > limits.scalarChars()) {
            throw stop(
                    DiagnosticCode.YAML_TOO_LONG,
                    start,
                    "a value of " + value.length() + " characters; at most " + limits.scalarChars() + " are read");
        }
        int length = Math.max(0, offset(parser.currentLocation()) - start);
        Style style = style(start);
        return new Node.Scalar(value, style, start, style == Style.BLOCK ? trimmed(start, length) : length);
    }

    private Style style(int start) {
        return switch (start < end ? text.charAt(start) : '\0') {
            case '\'' -> Style.SINGLE_QUOTED;
            case '"' -> Style.DOUBLE_QUOTED;
            case '|', '>' -> Style.BLOCK;
            default -> Style.PLAIN;
        };
    }

    // A block ends where the next key starts; its span should end with its last line.
    private int trimmed(int start, int length) {
        int to = start + length;
        while (to > start && " \t\r\n".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to - start;
    }

    // A block mapping or sequence ends after its last value, not where the parser noticed, behind comments perhaps.
    private int lengthTo(@Nullable Node last, int start) {
        char first = start < end ? text.charAt(start) : '\0';
        boolean bracketed = first == '[' || first == '{';
        int to = bracketed || last == null ? offset(parser.currentLocation()) : last.offset() + last.length();
        return Math.max(0, to - start);
    }

    private String word(int start) {
        int to = start;
        while (to < end && to - start < 40 && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return "\"" + text.substring(start, to) + "\"";
    }

    private int here() {
        return offset(parser.currentTokenLocation());
    }

    private int offset(TokenStreamLocation location) {
        return Math.min(end, offsets.utf16(Math.max(0, (int) location.getCharOffset())));
    }

    private int offsetOf(int line, int column) {
        int at = base;
        for (int n = 1; n < line && at < end; n++) {
            at = Line.at(text, at, end).next();
        }
        return Math.min(end, text.offsetByCodePoints(at, Math.min(column - 1, text.codePointCount(at, end))));
    }

    private SourceException stop(DiagnosticCode code, int at, String message) {
        return new SourceException(code, at, Math.min(1, end - at), message);
    }
}
