package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.format.Shape;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells where a value that is kept as it is holds what its product does not understand; each finding is a warning. */
final class ShapeCheck {

    private final Problems problems;

    ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    /** Checks a value and what stands in it. */
    void check(String path, Node value, Shape shape) {
        if (shape instanceof Shape.Word word) {
            if (!(value instanceof Node.Scalar scalar) || !word.words().contains(scalar.text())) {
                unlike(path, value, shape, DiagnosticCode.VALUE_UNKNOWN, word.words());
            }
        } else if (!fits(value, shape)) {
            unlike(path, value, shape, DiagnosticCode.VALUE_TYPE, List.of());
        } else if (shape instanceof Shape.ListOf list) {
            int i = 0;
            for (Node item : ((Node.Sequence) value).items()) {
                check(path + "[" + i++ + "]", item, list.item());
            }
        } else if (shape instanceof Shape.MapOf map) {
            for (Node.Entry entry : ((Node.Mapping) value).entries()) {
                check(path + "." + entry.key().text(), entry.value(), map.value());
            }
        } else if (shape instanceof Shape.Fields fields) {
            fields(path, (Node.Mapping) value, fields);
        }
    }

    private static boolean fits(Node value, Shape shape) {
        if (shape instanceof Shape.Kind kind) {
            return isOf(value, kind);
        }
        return shape instanceof Shape.Names names
                ? areNames(value, names)
                : shape instanceof Shape.ListOf ? value instanceof Node.Sequence : value instanceof Node.Mapping;
    }

    private static boolean isOf(Node value, Shape.Kind kind) {
        boolean text = value instanceof Node.Scalar;
        return switch (kind) {
            case TEXT -> text;
            case FLAG ->
                value instanceof Node.Scalar scalar && List.of("true", "false").contains(scalar.text());
            case NUMBER -> value.toJson() instanceof Number;
            case LIST -> value instanceof Node.Sequence;
            case TEXT_OR_LIST -> text || value instanceof Node.Sequence;
            case MAP -> value instanceof Node.Mapping;
            case TEXT_OR_MAP -> text || value instanceof Node.Mapping;
        };
    }

    private static boolean areNames(Node value, Shape.Names names) {
        Set<String> seen = new HashSet<>();
        return value instanceof Node.Sequence list
                && !list.items().isEmpty()
                && list.items().stream()
                        .allMatch(item -> item instanceof Node.Scalar name
                                && isName(name.text(), names.characters())
                                && seen.add(name.text()));
    }

    private static boolean isName(String name, String characters) {
        return !name.isBlank()
                && name.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || characters.indexOf(c) >= 0);
    }

    private void fields(String path, Node.Mapping value, Shape.Fields fields) {
        for (Node.Entry entry : value.entries()) {
            Shape shape = fields.keys().get(entry.key().text());
            if (shape == null) {
                unknown(path, entry.key(), fields);
            } else {
                check(path + "." + entry.key().text(), entry.value(), shape);
            }
        }
        fields.required().forEach(key -> require(path, value, key, ""));
        if (value.get("type") instanceof Node.Scalar type) {
            fields.kinds()
                    .getOrDefault(type.text(), List.of())
                    .forEach(key -> require(path, value, key, " of type " + type.text()));
        }
    }

    private void require(String path, Node.Mapping value, String key, String kind) {
        if (value.get(key) == null) {
            problems.add(problems.at(
                            value,
                            DiagnosticCode.KEY_MISSING,
                            "\"" + path + "\"" + kind + " needs \"" + key + "\"; it is kept as it is")
                    .severity(Severity.WARNING)
                    .advice("add " + key));
        }
    }

    private void unknown(String path, Node.Scalar key, Shape.Fields fields) {
        String near = Spelling.nearest(key.text(), fields.keys().keySet());
        if (!near.isEmpty() || fields.isClosed()) {
            Diagnostic.Builder problem = problems.at(
                            key,
                            DiagnosticCode.KEY_UNKNOWN,
                            "unknown key \"" + key.text() + "\" in \"" + path + "\"; it has no effect and is kept")
                    .found(key.text());
            problems.add(
                    near.isEmpty()
                            ? problem.allowed(List.copyOf(fields.keys().keySet()))
                            : problem.fix(Fix.advice("did you mean " + near + "?")));
        }
    }

    private void unlike(String path, Node value, Shape shape, DiagnosticCode code, List<String> words) {
        String near = value instanceof Node.Scalar scalar ? Spelling.nearest(scalar.text(), words) : "";
        problems.add(problems.at(
                        value,
                        code,
                        "\"" + path + "\" should be " + shape.expected() + ", found " + Values.kind(value)
                                + "; it is kept as it is")
                .severity(Severity.WARNING)
                .found(Values.shown(value))
                .allowed(words)
                .advice(near.isEmpty() ? "write " + shape.expected() : "did you mean " + near + "?"));
    }
}
