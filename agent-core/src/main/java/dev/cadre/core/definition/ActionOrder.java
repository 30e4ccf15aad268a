package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** Finds actions that loosen what stands before them, where the last match would win and here the stricter holds. */
final class ActionOrder {

    private final Problems problems;
    private final List<Seen> seen = new ArrayList<>();

    ActionOrder(Problems problems) {
        this.problems = problems;
    }

    /** What was said before about a tool and a pattern; the pattern is empty for all. */
    private record Seen(String tool, String pattern, int strictness) {}

    void check(String path, String tool, String pattern, Node.Scalar action) {
        int strictness = ActionsBinder.ACTIONS.indexOf(action.text());
        for (Seen earlier : seen) {
            if (strictness < earlier.strictness
                    && isCovered(earlier.tool, tool, "*")
                    && isCovered(earlier.pattern, pattern, "")) {
                problems.add(problems.at(
                                action,
                                DiagnosticCode.PERMISSION_ORDER,
                                "\"" + path + (pattern.isEmpty() ? "" : "." + pattern) + "\" would loosen \""
                                        + earlier.tool
                                        + (earlier.pattern.isEmpty() ? "" : "." + earlier.pattern)
                                        + "\" before it; the stricter holds here")
                        .found(action.text())
                        .advice(
                                earlier.pattern.isEmpty() && !pattern.isEmpty()
                                        ? "name in \"tools\" what is open, such as " + tool + "(" + pattern
                                                + "), in a Claude Code definition"
                                        : "deny all with \"*\" first and list what is open, or name the tools"));
                break;
            }
        }
        seen.add(new Seen(tool, pattern, strictness));
    }

    // Whether the two can be about the same call: they are equal, or one is about all.
    private static boolean isCovered(String one, String other, String all) {
        return one.equals(other) || one.equals(all) || other.equals(all);
    }
}
