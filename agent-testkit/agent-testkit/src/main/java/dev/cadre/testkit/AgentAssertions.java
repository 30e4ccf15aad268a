package dev.cadre.testkit;

import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.AgentResult;
import java.util.List;

/** Starts assertions on what agents do; import it statically beside AssertJ's own. */
public final class AgentAssertions {

    private AgentAssertions() {}

    /** Starts assertions on a result. */
    public static AgentResultAssert assertThat(AgentResult result) {
        return new AgentResultAssert(result);
    }

    /** Starts assertions on the events of a run. */
    public static AgentEventsAssert assertThatEvents(List<? extends AgentEvent> events) {
        return new AgentEventsAssert(events);
    }
}
