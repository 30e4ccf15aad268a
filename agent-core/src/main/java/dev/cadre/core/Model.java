package dev.cadre.core;

import dev.cadre.llm.LlmClient;
import java.util.List;

/**
 * Is the model of one agent: a client, and the name that requests carry.
 *
 * @param client makes the calls
 * @param name the model's id as the client knows it
 * @param notices what a person should know of the choice
 * @param owned whether the agent closes the client
 */
record Model(LlmClient client, String name, List<String> notices, Ownership owned) implements AutoCloseable {

    /** Says who closes a client. */
    enum Ownership {
        AGENT,
        HOST
    }

    @Override
    public void close() {
        if (owned == Ownership.AGENT) {
            client.close();
        }
    }
}
