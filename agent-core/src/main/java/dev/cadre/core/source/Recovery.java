package dev.cadre.core.source;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.source.Node.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a frontmatter that is not valid YAML key by key.
 *
 * <p>A text that is not valid YAML is taken as it stands, with a warning and the quoted form to paste. What restricts an
 * agent is never guessed: a restriction that can't be read, or that may have been swallowed by a text, is an error.
 */
final class Recovery {

    private final Problems problems;
    private final String text;
    private final Limits limits;

    Recovery(Problems problems, Limits limits) {
        this.problems = problems;
        this.text = problems.head();
        this.limits = limits;
    }

    /** Returns what could be read, or null after adding the error that stops the reading. */
    Node.@Nullable Mapping recover(int start, int end, SourceException cause) {
        List<Node.Entry> entries = new ArrayList<>();
        List<Chunk> chunks = Chunk.split(text, start, end);
        if (chunks.size() > limits.values()) {
            problems.add(report(new SourceException(
                    DiagnosticCode.YAML_TOO_MANY_VALUES,
                    start,
                    1,
                    "there are more than " + limits.values() + " values")));
            return null;
        }
        for (Chunk chunk : chunks) {
            if (chunk.key().isEmpty()) {
                problems.add(report(cause));
                return null;
            }
            Node.Entry entry = read(chunk);
            if (entry == null) {
                return null;
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            problems.add(report(cause));
            return null;
        }
        return new Node.Mapping(entries, start, end - start);
    }

    private Node.@Nullable Entry read(Chunk chunk) {
        try {
            Node node = YamlSource.tree(text, chunk.start(), chunk.end(), limits);
            if (node instanceof Node.Mapping mapping && mapping.entries().size() == 1) {
                return mapping.entries().get(0);
            }
            return asText(
                    chunk, new SourceException(DiagnosticCode.YAML_SYNTAX, chunk.start(), 1, "this is not one value"));
        } catch (SourceException e) {
            return asText(chunk, e);
        }
    }

    private Node.@Nullable Entry asText(Chunk chunk, SourceException cause) {
        int to = chunk.valueEnd(text);
        int behindKey = chunk.valueStart(text);
        int from = behindKey;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        boolean oneLine = from < to && Line.at(text, from).end() >= to;
        boolean syntax = cause.code() == DiagnosticCode.YAML_SYNTAX;
        boolean prose = Keys.isProse(chunk.key());
        if (Keys.isRestriction(chunk.key()) || !(prose || (syntax && oneLine))) {
            problems.add(report(cause));
            return null;
        }
        int swallowed = restrictionIn(behindKey, to);
        if (swallowed >= 0) {
            problems.add(problems.at(
                            swallowed,
                            Line.at(text, swallowed).end() - swallowed,
                            DiagnosticCode.YAML_SYNTAX,
                            "this restriction stands inside the text of \"" + chunk.key()
                                    + "\", which is not valid YAML")
                    .advice("quote the text, and write the restriction as \"key: value\" on a line of its own, without"
                            + " indentation"));
            return null;
        }
        String value = normalized(from, to);
        if (value.length() > limits.scalarChars()) {
            problems.add(problems.at(
                    from,
                    1,
                    DiagnosticCode.YAML_TOO_LONG,
                    "a value of " + value.length() + " characters; at most " + limits.scalarChars() + " are read"));
            return null;
        }
        warn(chunk, from, to, value, cause);
        Node.Scalar key = new Node.Scalar(
                chunk.key(), Style.PLAIN, chunk.start(), chunk.key().length());
        return new Node.Entry(key, new Node.Scalar(value, Style.RECOVERED, from, to - from));
    }

    private void warn(Chunk chunk, int from, int to, String value, SourceException cause) {
        Diagnostic.Builder warning = problems.at(
                from,
                to - from,
                DiagnosticCode.YAML_RECOVERED,
                "the value of \"" + chunk.key() + "\" is not valid YAML (" + cause.problem()
                        + "); it was read as plain text");
        String quoted = YamlText.quoted(value);
        problems.add(
                isEntry(chunk.key(), text.substring(chunk.start(), from) + quoted + text.substring(to, chunk.end()))
                        ? warning.fix(Fix.replace("quote it", problems.source().span(from, to - from), quoted))
                        : warning.advice("write a key, a colon and a blank, without tabs or control characters"));
    }

    // Quotes around the value do not mend everything.
    private boolean isEntry(String key, String line) {
        try {
            return YamlSource.tree(line, 0, line.length(), limits) instanceof Node.Mapping mapping
                    && mapping.entries().size() == 1
                    && mapping.get(key) != null;
        } catch (SourceException e) {
            return false;
        }
    }

    // Lines after the first that look like a restriction: nobody can tell whether they are prose.
    private int restrictionIn(int from, int to) {
        for (int at = Line.at(text, from).next(); at < to; ) {
            Line line = Line.at(text, at);
            String key = Keys.meant(text, line.start(), line.end());
            if (!key.isEmpty() && Keys.isRestriction(key)) {
                return line.start() + line.indent(text);
            }
            at = line.next();
        }
        return -1;
    }

    private String normalized(int from, int to) {
        String raw = text.substring(from, to);
        return raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
    }

    private Diagnostic.Builder report(SourceException cause) {
        return YamlSource.report(problems, cause);
    }
}
