package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gets typed values from nodes; whatever is of another kind becomes a diagnostic. */
final class Values {

    static final int MAX_COUNT = 999_999_999;
    private static final int MAX_MINUTES = 1_000_000;

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** Returns the text of a scalar, stripped; null after reporting another kind. */
    @Nullable
    String text(String key, Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text().strip();
        }
        wrongKind(key, node, "a text");
        return null;
    }

    /** Returns the text of a scalar as it is; null after reporting another kind. */
    @Nullable
    String raw(String key, Node node) {
        return text(key, node) == null ? null : ((Node.Scalar) node).text();
    }

    /** As {@link #text}, and blank counts as absent, with a warning. */
    @Nullable
    String word(String key, Node node) {
        boolean none = node instanceof Node.Scalar scalar && scalar.isNull();
        String text = none ? "" : text(key, node);
        if (text != null && text.isEmpty()) {
            problems.add(problems.at(node, DiagnosticCode.VALUE_EMPTY, "\"" + key + "\" is blank; it counts as absent")
                    .advice("write a value or remove the key"));
            return null;
        }
        return text;
    }

    /** Returns a truth value; words of YAML 1.1 are understood with a warning. */
    boolean flag(String key, Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text().strip().toLowerCase(Locale.ROOT) : "";
        boolean plain = node instanceof Node.Scalar scalar && scalar.style() == Node.Style.PLAIN;
        boolean yes = text.equals("true") || text.equals("yes") || text.equals("on") || text.equals("1");
        if (!yes && !(text.equals("false") || text.equals("no") || text.equals("off") || text.equals("0"))) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.VALUE_TYPE,
                            "\"" + key + "\" must be true or false, found " + kind(node))
                    .found(shown(node))
                    .allowed(List.of("true", "false"))
                    .advice("write true or false"));
            return false;
        }
        if (!plain || !(text.equals("true") || text.equals("false"))) {
            problems.add(problems.at(node, DiagnosticCode.VALUE_LENIENT, "\"" + key + "\" is understood as " + yes)
                    .found(shown(node))
                    .fix(Fix.replace("write " + yes, problems.span(node), Boolean.toString(yes))));
        }
        return yes;
    }

    /** Returns a whole number of at least 1; null after reporting anything else. */
    @Nullable
    Integer count(String key, Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text().strip() : "";
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(text) < 1) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.VALUE_RANGE,
                            "\"" + key + "\" must be a whole number from 1 to " + MAX_COUNT + ", found " + kind(node))
                    .found(shown(node))
                    .advice("write a whole number, or remove the key for no limit of its own"));
            return null;
        }
        if (((Node.Scalar) node).style() != Node.Style.PLAIN) {
            problems.add(
                    problems.at(node, DiagnosticCode.VALUE_LENIENT, "\"" + key + "\" is a text, understood as a number")
                            .found(shown(node))
                            .fix(Fix.replace("remove the quotes", problems.span(node), text)));
        }
        return Integer.valueOf(text);
    }

    /** Returns a decimal number within bounds; null after reporting anything else. */
    @Nullable
    Double decimal(String key, Node node, double least, double most) {
        Object value = node.toJson();
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.VALUE_RANGE,
                            "\"" + key + "\" must be a number from " + least + " to " + most + ", found " + kind(node))
                    .severity(Severity.WARNING)
                    .found(shown(node))
                    .advice("write such a number or remove the key"));
            return null;
        }
        return number;
    }

    /** Returns a number of minutes; null after reporting anything else, which leaves no limit and so is an error. */
    @Nullable
    Double limit(String key, Node node) {
        Object value = node.toJson();
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (number > 0 && number <= MAX_MINUTES) {
            return number;
        }
        problems.add(problems.at(
                        node,
                        DiagnosticCode.VALUE_RANGE,
                        "\"" + key + "\" must be a number of minutes above 0, at most " + MAX_MINUTES + ", found "
                                + kind(node))
                .found(shown(node))
                .advice("write such a number, or remove the key for no limit of its own"));
        return null;
    }

    /** Returns keys and values; none after reporting another kind. */
    List<Node.Entry> entries(String key, Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.entries();
        }
        wrongKind(key, node, "keys and values");
        return List.of();
    }

    /** Returns the texts of a list, or of a text with commas. */
    List<String> texts(String key, Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                String text = word(key, item);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else if (node instanceof Node.Scalar scalar) {
            for (String part : scalar.text().split(",", -1)) {
                if (!part.isBlank()) {
                    texts.add(part.strip());
                }
            }
        } else {
            wrongKind(key, node, "a list of texts");
        }
        return texts;
    }

    /** Returns a mapping as JSON; empty after reporting another kind. */
    @SuppressWarnings("NullAway") // JSON null is a value in these maps
    Map<String, Object> object(String key, Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.toJson();
        }
        wrongKind(key, node, "keys and values");
        return Map.of();
    }

    /** Reports a value of another kind. */
    void wrongKind(String key, Node node, String expected) {
        problems.add(problems.at(
                        node,
                        DiagnosticCode.VALUE_TYPE,
                        "\"" + key + "\" must be " + expected + ", found " + kind(node))
                .advice("write " + expected));
    }

    /** Reports a permission that is none of the words that it may be. */
    static void notOneOf(Problems problems, String path, Node node, List<String> words) {
        problems.add(problems.at(
                        node,
                        DiagnosticCode.PERMISSION_VALUE,
                        "\"" + path + "\" must be one of " + String.join(", ", words) + ", found " + kind(node))
                .found(shown(node))
                .allowed(words)
                .advice(meant(shown(node), words, "use one of these words")));
    }

    /** Returns advice that names the word that was probably meant, else other advice. */
    static String meant(String word, List<String> words, String otherwise) {
        String near = Spelling.nearest(word, words);
        return near.isEmpty() ? otherwise : "did you mean " + near + "?";
    }

    /** Returns what was found, as it stands in a sentence. */
    static String quoted(Node node) {
        return node instanceof Node.Scalar scalar ? "\"" + scalar.text() + "\"" : kind(node);
    }

    static String kind(Node node) {
        if (node instanceof Node.Mapping) {
            return "keys and values";
        }
        if (node instanceof Node.Sequence) {
            return "a list";
        }
        return ((Node.Scalar) node).isNull() ? "nothing" : "\"" + ((Node.Scalar) node).text() + "\"";
    }

    static String shown(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : kind(node);
    }

    /** Returns whether a number sign follows a value, so that YAML takes the rest of the line for a comment. */
    boolean isBeforeComment(Node node) {
        String text = problems.head();
        int at = node.offset() + node.length();
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '#';
    }
}
