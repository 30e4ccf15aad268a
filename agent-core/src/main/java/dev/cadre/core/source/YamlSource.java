package dev.cadre.core.source;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the frontmatter of a file: as YAML if it is, else by recovery. */
public final class YamlSource {

    private YamlSource() {}

    /**
     * Reads a stretch of the text as one mapping.
     *
     * @return its keys and values; empty if there are none; null after adding the error that stops the reading
     */
    public static Node.@Nullable Mapping read(Problems problems, int start, int end, Limits limits) {
        if (end - start > limits.frontmatterChars()) {
            problems.add(problems.at(
                    start,
                    0,
                    DiagnosticCode.YAML_TOO_LONG,
                    "the frontmatter has " + (end - start) + " characters; at most " + limits.frontmatterChars()
                            + " are read"));
            return null;
        }
        try {
            Node root = tree(problems.head(), start, end, limits);
            if (root == null) {
                problems.add(problems.at(start, 0, DiagnosticCode.FRONTMATTER_EMPTY, "the frontmatter holds no key"));
                return new Node.Mapping(List.of(), start, 0);
            }
            if (root instanceof Node.Mapping mapping) {
                return mapping;
            }
            problems.add(problems.at(
                            root,
                            DiagnosticCode.FRONTMATTER_NOT_A_MAPPING,
                            "the frontmatter is no list of keys and values")
                    .advice("write one \"key: value\" a line"));
            return null;
        } catch (SourceException e) {
            if (isRecoverable(e.code())) {
                return new Recovery(problems, limits).recover(start, end, e);
            }
            problems.add(report(problems, e));
            return null;
        }
    }

    /**
     * Reads a stretch of a text as one value.
     *
     * @return the value, or null if there is nothing but blanks and comments
     * @throws SourceException if it is not YAML, uses what is refused, or exceeds a limit
     */
    static @Nullable Node tree(String text, int start, int end, Limits limits) {
        Node common = CommonYaml.read(text, start, end);
        return common != null ? common : YamlTree.read(text, start, end, limits);
    }

    private static boolean isRecoverable(DiagnosticCode code) {
        return code == DiagnosticCode.YAML_SYNTAX
                || code == DiagnosticCode.YAML_ALIAS
                || code == DiagnosticCode.YAML_TAG
                || code == DiagnosticCode.YAML_ANCHOR;
    }

    /** Starts the diagnostic of what stopped a reading. */
    static Diagnostic.Builder report(Problems problems, SourceException cause) {
        return problems.at(cause.offset(), cause.length(), cause.code(), cause.problem())
                .severity(Severity.ERROR)
                .advice(advice(cause));
    }

    private static String advice(SourceException cause) {
        return switch (cause.code()) {
            case YAML_ALIAS, YAML_TAG, YAML_ANCHOR -> "quote the value if it is text, else write it out";
            case YAML_MERGE_KEY, YAML_DUPLICATE_KEY -> "write each key once";
            case YAML_SECOND_DOCUMENT -> "keep one document between the delimiter lines";
            case YAML_TOO_DEEP, YAML_TOO_MANY_VALUES, YAML_TOO_LONG -> "make the frontmatter smaller";
            default -> YamlFault.advice(cause.problem());
        };
    }
}
