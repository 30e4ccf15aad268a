package dev.cadre.core;

/** Reports an agent that can't run as it was put together; the message says what to change. */
public final class AgentSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgentSetupException(String message) {
        super(message);
    }
}
