package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.KeptShapes;
import dev.cadre.core.format.Shape;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;

/** Tells where a key that is only kept holds what its product does not understand. */
final class KeptValues {

    private final Problems problems;
    private final Dialect dialect;

    KeptValues(Problems problems, Dialect dialect) {
        this.problems = problems;
        this.dialect = dialect;
    }

    void check(Node.Entry entry) {
        String key = entry.key().text();
        Shape shape = KeptShapes.of(dialect).get(key);
        if (shape != null) {
            new ShapeCheck(problems).check(key, entry.value(), shape);
        }
        if (dialect == Dialect.GEMINI
                && key.equals("kind")
                && entry.value() instanceof Node.Scalar kind
                && kind.text().equals("remote")) {
            problems.add(problems.at(
                            entry.value(),
                            DiagnosticCode.FILE_NOT_AN_AGENT,
                            "a remote agent is an address and no prompt; there is nothing here to run")
                    .advice("call it from a tool of the host"));
        }
    }
}
