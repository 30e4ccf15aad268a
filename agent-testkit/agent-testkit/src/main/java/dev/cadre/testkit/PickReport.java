package dev.cadre.testkit;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells which agents a model picked for the examples of a roster.
 *
 * @param picks one for each example, in the order of the roster
 */
public record PickReport(List<Pick> picks) {

    /** Copies the picks. */
    public PickReport {
        picks = Json.list(picks);
    }

    /** Returns the examples for which another agent, or none, was picked. */
    public List<Pick> misses() {
        return picks.stream().filter(pick -> !pick.isHit()).toList();
    }

    /** Returns a line for each example, for people: which agent was expected, and which was picked. */
    public String text() {
        return picks.stream()
                .map(pick -> (pick.isHit() ? "ok    " : "MISS  ") + pick.expected() + " -> "
                        + pick.picked().orElse("none") + ": "
                        + pick.situation().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }
}
