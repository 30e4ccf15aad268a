package dev.cadre.examples.cli;

import dev.cadre.core.run.ApprovalHandler;
import dev.cadre.tools.PlannedCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        call.preview().forEach(line -> world.err().println("  | " + EventText.line(line)));
        world.err().println("  (" + EventText.line(call.decision().reason()) + ")");
        boolean mayStand = call.standingKey().isPresent();
        world.err()
                .print("Allow this once? [y/N" + (mayStand ? "/a: always this very call" : "") + ", or say why not] ");
        world.err().flush();
        try {
            return answer(input.readLine(), mayStand);
        } catch (IOException e) {
            return new Answer.No("no answer could be read");
        }
    }

    private static Answer answer(@Nullable String line, boolean mayStand) {
        String word = line == null ? "" : line.strip();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> new Answer.Yes();
            case "a", "always" ->
                mayStand ? new Answer.Always() : new Answer.No("this call can't be allowed for always");
            case "", "n", "no" -> new Answer.No("the person at the terminal said no");
            default -> new Answer.No(word);
        };
    }
}
