package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends readings: adds what constraints say, judges by strictness, and makes the definition if no error forbids it.
 *
 * @param strictness what happens to warnings
 * @param constraints whether constraints of the model are checked
 */
record Finisher(Strictness strictness, boolean constraints) {

    Reading finish(Problems problems, Dialect dialect, DefinitionBuilder target, Origin origin) {
        target.origin(origin);
        AgentDefinition seen = new AgentDefinition(target);
        List<Diagnostic> found = new ArrayList<>(problems.sorted());
        if (constraints && !holdsError(found)) {
            found.addAll(Constraints.check(seen));
        }
        if (strictness == Strictness.STRICT) {
            found.replaceAll(Finisher::stricter);
        }
        boolean refused = holdsError(found);
        return new Reading(problems.source(), dialect, refused ? null : target.build(), seen, found);
    }

    private static boolean holdsError(List<Diagnostic> found) {
        for (Diagnostic diagnostic : found) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }

    private static Diagnostic stricter(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.WARNING ? diagnostic.withSeverity(Severity.ERROR) : diagnostic;
    }
}
