package dev.cadre.examples.cli;

import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.tools.PlannedCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks the person at the terminal about one call at a time. */
final class PersonAtTerminal implements ApprovalHandler {

    private final Surroundings world;
    private final RunView view;
    private final BufferedReader input;

    PersonAtTerminal(Surroundings world, RunView view) {
        this.world = world;
        this.view = view;
        this.input = new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8));
    }

    @Override
    public synchronized Answer answer(PlannedCall.Decided call) {
        view.pause();
        world.err().println("The agent wants to run " + call.call().name() + ":");
        call.call()
                .input()
                .forEach((name, value) -> world.err()
                        .println("  " + EventText.line(name) + ": " + EventText.line(String.valueOf(value))));
        world.err().println("  (" + EventText.line(call.decision().reason()) + ")");
        world.err().print("Allow this once? [y/N] ");
        world.err().flush();
        try {
            String line = input.readLine();
            return line != null && line.strip().equalsIgnoreCase("y")
                    ? new Answer.Yes()
                    : new Answer.No("the person at the terminal said no");
        } catch (IOException e) {
            return new Answer.No("no answer could be read");
        }
    }
}
