package dev.cadre.core;

import dev.cadre.core.definition.AgentException;

/** Reports an agent that can't run as it was put together; the message says what to change. */
public final class AgentSetupException extends AgentException {

    private static final long serialVersionUID = 1L;

    AgentSetupException(String message) {
        super(message);
    }
}
