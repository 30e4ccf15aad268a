package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node.Style;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.toml.TomlFactory;

/**
 * Reads TOML into a tree of nodes. The parser gives no places, so they are looked up: a top-level key and its value where
 * they share a line, else the line.
 */
final class TomlTree {

    private static final TomlFactory FACTORY = TomlFactory.builder().build();

    private final String text;
    private final JsonParser parser;
    private final Limits limits;
    private int values;

    private TomlTree(String text, JsonParser parser, Limits limits) {
        this.text = text;
        this.parser = parser;
        this.limits = limits;
    }

    static Node read(String text, Limits limits) {
        if (text.length() > limits.frontmatterChars()) {
            throw new SourceException(
                    DiagnosticCode.YAML_TOO_LONG,
                    0,
                    0,
                    "the file has " + text.length() + " characters; at most " + limits.frontmatterChars()
                            + " are read");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return new TomlTree(text, parser, limits).value(0, text.length(), 1);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int offset = at == null ? 0 : (int) Math.max(0, at.getCharOffset());
            String problem =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("this is not TOML");
            throw new SourceException(DiagnosticCode.TOML_SYNTAX, Math.min(offset, text.length()), 1, problem);
        }
    }

    private Node value(int start, int length, int depth) {
        if (depth > limits.depth() || ++values > limits.values()) {
            throw new SourceException(DiagnosticCode.YAML_TOO_MANY_VALUES, start, 1, "there are too many values");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Node.Entry> entries = new ArrayList<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.getString();
                Line line = lineOf(name, depth == 1, start, length);
                boolean exact = depth == 1 && text.startsWith(name, line.start());
                int keyLength = exact ? name.length() : line.end() - line.start();
                Node.Scalar key = new Node.Scalar(name, Style.DOUBLE_QUOTED, line.start(), keyLength);
                parser.nextToken();
                int from = exact ? valueStart(line.start() + keyLength, line.end()) : line.start();
                entries.add(new Node.Entry(key, value(from, valueEnd(from, line.end()) - from, depth + 1)));
            }
            return new Node.Mapping(entries, start, length);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(start, length, depth + 1));
            }
            return new Node.Sequence(items, start, length);
        }
        Style style = token == JsonToken.VALUE_STRING ? Style.DOUBLE_QUOTED : Style.PLAIN;
        return new Node.Scalar(String.valueOf(parser.getString()), style, start, length);
    }

    private int valueStart(int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '=')) {
            at++;
        }
        return at;
    }

    // A comment behind a word or a number is no part of it.
    private int valueEnd(int from, int end) {
        boolean word = from < end && Character.isLetterOrDigit(text.charAt(from));
        int comment = word ? text.indexOf('#', from) : -1;
        int at = comment >= 0 && comment < end ? comment : end;
        while (at > from && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    // The first line that sets a top-level key or opens its table.
    private Line lineOf(String name, boolean top, int start, int length) {
        for (int at = 0; top && at < text.length(); ) {
            Line line = Line.at(text, at);
            String words = text.substring(line.start(), line.end()).strip();
            if ((words.startsWith(name)
                            && words.substring(name.length()).stripLeading().startsWith("="))
                    || words.startsWith("[" + name)) {
                return line;
            }
            at = line.next();
        }
        return new Line(start, start + length, start + length);
    }
}
