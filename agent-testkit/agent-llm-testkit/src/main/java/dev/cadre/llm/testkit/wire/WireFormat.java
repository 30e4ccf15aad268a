package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.LlmResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers and errors as one vendor's API does. Implementations hold no state. */
interface WireFormat {

    /** Returns the body of an answer that is not streamed. */
    Map<String, Object> body(LlmResponse response);

    /** Returns the events of a streamed answer; texts and tool inputs come in deltas of so many code points. */
    List<SseEvent> events(LlmResponse response, Map<String, Object> request, int deltaSize);

    /** Returns the body of an error response; without a code, that which usually comes with the status. */
    Map<String, Object> error(int status, @Nullable String code, String message);

    /** Returns the event that tells of an error in the middle of a stream. */
    SseEvent errorEvent(int status, @Nullable String code, String message);

    /** Returns an event of a kind that nobody knows yet. */
    SseEvent unknownEvent();

    /** Returns the error of a transcript that is too long: its code and its message. */
    Map.Entry<String, String> contextTooLong();

    /** Returns the name of the header that carries the id of a request. */
    String requestIdHeader();
}
