package dev.cadre.llm.testkit;

/** Names what not every client can do; cases that need a feature which a backend lacks abort and say so. */
public enum ContractFeature {
    /** The backend can be told what the model answers. */
    SCRIPTED,
    /** The backend can be told to fail. */
    FAILURES,
    /** The backend can be told to keep silent until the call is cancelled. */
    SILENCE,
    /** Answers hold reasoning. */
    THINKING,
    /** Reasoning carries a signature. */
    SIGNATURES,
    /** Text between and after tool calls keeps its place; without it, texts come before calls. */
    ORDERED_BLOCKS,
    /** Usage tells the tokens that came from the provider's cache. */
    CACHE_READ_USAGE,
    /** Usage tells the tokens that were written to the provider's cache. */
    CACHE_WRITE_USAGE,
    /** Stop reasons tell of stop sequences. */
    STOP_SEQUENCES,
    /** Stop reasons tell of refusals. */
    REFUSALS,
    /** Stop reasons tell of pauses. */
    PAUSES,
    /** Failures and responses carry the id of the request. */
    REQUEST_IDS,
    /** Failures carry the wait that the provider asked for. */
    RETRY_AFTER
}
