package dev.cadre.testkit;

import java.util.Optional;

/**
 * Tells which agent a model picked for one example.
 *
 * @param expected the agent whose description has the example
 * @param situation what the model was shown
 * @param picked the agent that it picked; empty for none
 */
public record Pick(String expected, String situation, Optional<String> picked) {

    /** Returns whether the model picked the agent whose example it is. */
    public boolean isHit() {
        return picked.filter(expected::equals).isPresent();
    }
}
