package dev.cadre.llm.testkit;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmRetryableException;
import java.time.Duration;

/** Names the ways in which a service fails, each with the exception that must come of it. */
public enum ContractFailure {
    /** Too many calls; the service asks to wait for {@link #RETRY_AFTER}. */
    RATE_LIMITED(LlmRetryableException.class),
    /** The service has too much to do. */
    OVERLOADED(LlmRetryableException.class),
    /** The service fails by its own fault. */
    SERVER_ERROR(LlmRetryableException.class),
    /** The connection ends before there is an answer. */
    CONNECTION_LOST(LlmRetryableException.class),
    /** The answer ends in the middle of its text; where answers do not stream, as a connection that ends. */
    CUT_OFF(LlmRetryableException.class),
    /** The key is not valid. */
    WRONG_KEY(LlmAuthenticationException.class),
    /** The service refuses the request as it stands. */
    BAD_REQUEST(LlmRequestException.class),
    /** There is no such model. */
    UNKNOWN_MODEL(LlmRequestException.class),
    /** The transcript is longer than the model can read. */
    CONTEXT_TOO_LONG(LlmContextTooLongException.class);

    /** The wait that a service asks for when it is {@link #RATE_LIMITED}. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(7);

    private final Class<? extends LlmException> expected;

    ContractFailure(Class<? extends LlmException> expected) {
        this.expected = expected;
    }

    /** Returns the exception that a client must throw. */
    public Class<? extends LlmException> expected() {
        return expected;
    }
}
