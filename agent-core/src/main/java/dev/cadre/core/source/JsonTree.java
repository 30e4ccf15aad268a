package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node.Style;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON into a tree of located nodes; numbers stay text. Comments and trailing commas only where they are allowed. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEFAULT.depth())
                    .build())
            .build();

    private static final JsonFactory WITH_COMMENTS = FACTORY.rebuild()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final String COMMENT = "JSON has no comments; they are allowed in files that end in .jsonc";

    private final String source;
    private final JsonParser parser;
    private final Limits limits;
    private int values;

    private JsonTree(String source, JsonParser parser, Limits limits) {
        this.source = source;
        this.parser = parser;
        this.limits = limits;
    }

    static Node read(String text, Limits limits, boolean comments) {
        JsonFactory factory = comments ? WITH_COMMENTS : FACTORY;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(text, parser, limits);
            parser.nextToken();
            Node root = tree.value();
            if (parser.nextToken() != null) {
                throw new SourceException(DiagnosticCode.JSON_SYNTAX, tree.here(), 1, "there is more after the value");
            }
            return root;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int offset = at == null ? 0 : (int) Math.max(0, at.getCharOffset());
            throw new SourceException(
                    DiagnosticCode.JSON_SYNTAX, offset, 1, isComment(text, offset) ? COMMENT : firstLine(e));
        }
    }

    private static boolean isComment(String text, int offset) {
        int at = Math.max(0, offset - 1);
        return text.startsWith("//", at) || text.startsWith("/*", at) || text.startsWith("/", offset);
    }

    private static String firstLine(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("this is not JSON");
    }

    private Node value() {
        if (++values > limits.values()) {
            throw new SourceException(
                    DiagnosticCode.YAML_TOO_MANY_VALUES,
                    here(),
                    1,
                    "there are more than " + limits.values() + " values");
        }
        int start = here();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(start);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new Node.Sequence(items, start, end() - start);
        }
        String text = token == JsonToken.VALUE_NULL ? "null" : parser.getString();
        Style style = token == JsonToken.VALUE_STRING ? Style.DOUBLE_QUOTED : Style.PLAIN;
        return new Node.Scalar(text, style, start, Math.max(0, end() - start));
    }

    private Node mapping(int start) {
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int at = here();
            String name = parser.getString();
            Node.Scalar key = new Node.Scalar(name, Style.DOUBLE_QUOTED, at, quoted(at));
            parser.nextToken();
            entries.add(new Node.Entry(key, value()));
        }
        return new Node.Mapping(entries, start, end() - start);
    }

    // The parser stands behind the colon by now.
    private int quoted(int start) {
        int at = start + 1;
        while (at < source.length() && source.charAt(at) != '"') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, source.length()) - start;
    }

    private int here() {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }

    private int end() {
        return (int) Math.max(here(), parser.currentLocation().getCharOffset());
    }
}
