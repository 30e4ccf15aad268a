package dev.cadre.llm;

/**
 * Makes clients of one vendor or protocol; found by {@link java.util.ServiceLoader} and picked by id.
 *
 * <p>Implementations must have a public constructor without arguments, must be registered in their
 * {@code module-info} and in {@code META-INF/services/dev.cadre.llm.LlmProvider}, and must open no connection before
 * the first call.
 */
public interface LlmProvider {

    /** Returns the id before the slash in {@code provider/model}: lower-case letters, digits and hyphens. */
    String id();

    /**
     * Makes a client.
     *
     * @throws LlmAuthenticationException if the settings hold no usable key; the message names where to put it
     */
    LlmClient create(LlmSettings settings);
}
