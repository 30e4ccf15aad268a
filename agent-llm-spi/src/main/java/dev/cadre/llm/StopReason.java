package dev.cadre.llm;

/** Says why the model stopped. Loops are driven by the presence of tool calls, not by this value. */
public enum StopReason {
    /** The answer is complete. */
    END_TURN,
    /** The model waits for tool results. */
    TOOL_USE,
    /** The limit of output tokens was reached; the answer may be cut. */
    MAX_TOKENS,
    /** A stop sequence of the request was met. */
    STOP_SEQUENCE,
    /** The model or its provider refused to answer. */
    REFUSAL,
    /** The provider paused a long turn; sending the transcript again continues it. */
    PAUSE,
    /** A reason that this version does not know. */
    OTHER
}
