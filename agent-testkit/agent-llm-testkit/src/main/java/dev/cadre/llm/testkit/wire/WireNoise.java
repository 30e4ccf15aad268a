package dev.cadre.llm.testkit.wire;

/** Names what a server may send, and a client must bear, without any change of meaning. */
public enum WireNoise {
    /** Lines of a stream end in carriage return and line feed. */
    CRLF,
    /** Comments stand between the events of a stream. */
    COMMENTS,
    /** Events of unknown kinds stand between the events of a stream. */
    UNKNOWN_EVENTS,
    /** Every object at the top of a body or an event has a member that nobody knows. */
    UNKNOWN_FIELDS,
    /** The answer's letters outside ASCII are sent as escapes. */
    ESCAPED_UNICODE
}
