package dev.cadre.core.definition;

/**
 * Is the root of what this module throws about agents: definitions that can't be used, and agents that can't run.
 *
 * <p>Mistakes in calls of this API are {@link IllegalArgumentException} and its kin, and what a provider reports keeps its own
 * type.
 */
public abstract class AgentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a message for people. */
    protected AgentException(String message) {
        super(message);
    }
}
