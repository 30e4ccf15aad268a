package dev.cadre.testkit;

import dev.cadre.core.run.AgentEvent;
import dev.cadre.tools.permission.Verdict;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Asserts what events tell. */
public final class AgentEventsAssert extends AbstractAssert<AgentEventsAssert, List<? extends AgentEvent>> {

    AgentEventsAssert(List<? extends AgentEvent> events) {
        super(events, AgentEventsAssert.class);
    }

    /**
     * Checks the kinds of all events, in order, by the simple names of their records, such as {@code ToolStarted}.
     * Streamed text, whose pieces differ between providers, is left out.
     */
    public AgentEventsAssert areOfKinds(String... kinds) {
        isNotNull();
        Assertions.assertThat(actual.stream()
                        .filter(event -> !(event instanceof AgentEvent.TextStreamed))
                        .map(event -> event.getClass().getSimpleName())
                        .toList())
                .as("kinds of events")
                .containsExactly(kinds);
        return this;
    }

    /** Checks which tools ran, in the order in which they started. */
    public AgentEventsAssert ranTools(String... names) {
        isNotNull();
        Assertions.assertThat(of(AgentEvent.ToolStarted.class))
                .extracting(event -> event.call().name())
                .as("tools that ran")
                .containsExactly(names);
        return this;
    }

    /** Checks that the machine decided so on at least one call of a tool. */
    public AgentEventsAssert decided(String tool, Verdict verdict) {
        isNotNull();
        Assertions.assertThat(of(AgentEvent.PermissionDecided.class))
                .as("decisions")
                .anyMatch(event ->
                        event.call().name().equals(tool) && event.decision().verdict() == verdict);
        return this;
    }

    /** Checks the whole text that was streamed, without what a restart took back. */
    public AgentEventsAssert streamed(String text) {
        isNotNull();
        StringBuilder lasting = new StringBuilder();
        int turnStart = 0;
        for (AgentEvent event : actual) {
            if (event instanceof AgentEvent.TurnStarted) {
                turnStart = lasting.length();
            } else if (event instanceof AgentEvent.TextStreamed streamed) {
                lasting.append(streamed.text());
            } else if (event instanceof AgentEvent.AnswerRestarted) {
                lasting.setLength(turnStart);
            }
        }
        Assertions.assertThat(lasting.toString()).as("streamed text").isEqualTo(text);
        return this;
    }

    private <E extends AgentEvent> List<E> of(Class<E> kind) {
        return actual.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
