package dev.cadre.examples.cli;

import dev.cadre.core.run.AgentEvent;
import java.util.function.Consumer;

/** Shows a run while it goes on; closing it leaves the screen as other programs expect it. */
interface RunView extends Consumer<AgentEvent>, AutoCloseable {

    /** Makes room for a question to the person. */
    default void pause() {}

    @Override
    default void close() {}
}
