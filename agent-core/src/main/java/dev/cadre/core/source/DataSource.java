package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** Reads sources that hold only data as one mapping; each method adds the error and returns null if it can't. */
public final class DataSource {

    private DataSource() {}

    /** Reads YAML, without recovery: such files are written by programs. */
    public static Node.@Nullable Mapping yaml(Problems problems, Limits limits) {
        return YamlSource.read(problems, 0, problems.source().text().length(), limits);
    }

    /** Reads JSON. */
    public static Node.@Nullable Mapping json(Problems problems, Limits limits) {
        return guarded(problems, () -> JsonTree.read(problems.source().text(), limits, false));
    }

    /** Reads JSON with comments and trailing commas. */
    public static Node.@Nullable Mapping jsonWithComments(Problems problems, Limits limits) {
        return guarded(problems, () -> JsonTree.read(problems.source().text(), limits, true));
    }

    /** Reads TOML; places are exact for keys with a value on their line, else they are lines. */
    public static Node.@Nullable Mapping toml(Problems problems, Limits limits) {
        return guarded(problems, () -> TomlTree.read(problems.source().text(), limits));
    }

    private interface Source {
        Node read();
    }

    private static Node.@Nullable Mapping guarded(Problems problems, Source source) {
        try {
            Node root = source.read();
            if (root instanceof Node.Mapping mapping) {
                return mapping;
            }
            problems.add(problems.at(root, DiagnosticCode.FRONTMATTER_NOT_A_MAPPING, "expected keys and values")
                    .advice("write an object"));
            return null;
        } catch (SourceException e) {
            problems.add(
                    problems.at(e.offset(), e.length(), e.code(), e.problem()).advice("correct the syntax"));
            return null;
        }
    }
}
