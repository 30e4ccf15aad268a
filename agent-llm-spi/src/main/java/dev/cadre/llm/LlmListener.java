package dev.cadre.llm;

/**
 * Observes a response while it arrives. What it is told is for people to watch, never the record: the complete
 * message is in the {@link LlmResponse}.
 *
 * <p>Implementations must return quickly and must not throw; they are called on the thread that made the call.
 */
public interface LlmListener {

    /** Tells the next characters of the answer's text. */
    default void onText(String delta) {}

    /** Tells the next characters of the model's visible reasoning. */
    default void onThinking(String delta) {}

    /** Tells that the answer begins anew, so that all that was told of it so far is void. */
    default void onRestart() {}

    /** Returns a listener that does nothing. */
    static LlmListener none() {
        return new LlmListener() {};
    }
}
