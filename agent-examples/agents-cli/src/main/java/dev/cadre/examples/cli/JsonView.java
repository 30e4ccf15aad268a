package dev.cadre.examples.cli;

import dev.cadre.core.run.AgentEvent;
import dev.cadre.core.run.EventJson;
import java.io.PrintStream;

/** Writes each event as one line of JSON, the result last. */
final class JsonView implements RunView {

    private final PrintStream out;

    JsonView(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(AgentEvent event) {
        out.println(JsonLines.write(EventJson.of(event)));
    }
}
