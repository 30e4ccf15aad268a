package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Is one scripted answer of a {@link WireServer}. Immutable; each {@code with}-like method returns another reply.
 *
 * <p>A reply does not name an API: it is written in that of the request which it answers, as a stream if the request
 * asks for one. Offsets count the bytes of the body as it is sent.
 *
 * <pre>{@code
 * WireReply.says("Hello").splitEvery(1).gzip();
 * WireReply.rateLimited(Duration.ofSeconds(3));
 * WireReply.answer(response).resetAt(120);
 * }</pre>
 */
public final class WireReply {

    /** The id of every request, as the server states it in headers and errors. */
    public static final String REQUEST_ID = "req_loopback_1";

    /** The model that answers of {@link #says} and {@link #calls} name. */
    public static final String MODEL = "wire-model";

    private final WireContent content;
    private final WireDelivery delivery;
    private final List<Map.Entry<String, String>> headers;

    private WireReply(WireContent content, WireDelivery delivery, List<Map.Entry<String, String>> headers) {
        this.content = content;
        this.delivery = delivery;
        this.headers = headers;
    }

    private static WireReply of(WireContent content) {
        return new WireReply(content, WireDelivery.WHOLE, List.of());
    }

    /** Answers with a response; what the API has no place for, such as a signature in Chat Completions, is left out. */
    public static WireReply answer(LlmResponse response) {
        return of(new AnswerContent(response));
    }

    /** Answers with a text that ends the turn, 10 input and 5 output tokens. */
    public static WireReply says(String text) {
        return answer(List.of(new ContentBlock.Text(text)), StopReason.END_TURN);
    }

    /** Answers with tool calls, 10 input and 5 output tokens. */
    public static WireReply calls(ToolCall... calls) {
        return answer(List.of(calls), StopReason.TOOL_USE);
    }

    private static WireReply answer(List<? extends ContentBlock> content, StopReason stopReason) {
        return answer(
                new LlmResponse(new Message.Assistant(Json.list(content)), stopReason, TokenUsage.of(10, 5), MODEL));
    }

    /** Fails with a status and a message in the API's form, with the code that usually comes with that status. */
    public static WireReply error(int status, String message) {
        return of(new ErrorContent(status, null, message));
    }

    /** Fails with a status, the API's own code (OpenAI) or type (Anthropic), and a message. */
    public static WireReply error(int status, String code, String message) {
        return of(new ErrorContent(status, code, message));
    }

    /** Fails with status 429 and a {@code retry-after} in whole seconds. */
    public static WireReply rateLimited(Duration retryAfter) {
        return error(429, "Rate limit reached").header("retry-after", Long.toString(retryAfter.toSeconds()));
    }

    /** Fails as an overloaded service does: status 529 from Anthropic, 503 elsewhere. */
    public static WireReply overloaded() {
        return of(new ErrorContent(ErrorContent.OVERLOADED, null, "Overloaded"));
    }

    /** Fails with status 401. */
    public static WireReply wrongKey() {
        return error(401, "The key is not valid");
    }

    /** Fails because the transcript is longer than the model can read. */
    public static WireReply contextTooLong() {
        return of(new ErrorContent(ErrorContent.CONTEXT_TOO_LONG, null, ""));
    }

    /** Answers with bytes as they are, whatever was asked. */
    public static WireReply raw(int status, String contentType, String body) {
        return of(new RawContent(status, contentType, body));
    }

    /** Closes the connection without an answer. */
    public static WireReply disconnect() {
        return says("").ending(WireDelivery.End.CLOSE, WireDelivery.BEFORE_HEAD);
    }

    /** Resets the connection without an answer. */
    public static WireReply reset() {
        return says("").ending(WireDelivery.End.RESET, WireDelivery.BEFORE_HEAD);
    }

    /** Never answers; ends when the client goes away, see {@link WireServer#awaitClientGone()}. */
    public static WireReply hang() {
        return says("").ending(WireDelivery.End.HANG, WireDelivery.BEFORE_HEAD);
    }

    /** Adds a header. */
    public WireReply header(String name, String value) {
        List<Map.Entry<String, String>> all = new ArrayList<>(headers);
        all.add(Map.entry(name, value));
        return new WireReply(content, delivery, Json.list(all));
    }

    /** Sends texts and tool inputs of a stream in deltas of so many characters; 8 unless told otherwise. */
    public WireReply deltaSize(int codePoints) {
        return with(content.deltaSize(codePoints));
    }

    /** Adds what a client must bear without any change of meaning. */
    public WireReply noise(WireNoise... noise) {
        return with(content.noise(List.of(noise)));
    }

    /** Changes every JSON object that is sent, whole body or data of an event, for example to leave out members. */
    public WireReply editing(UnaryOperator<Map<String, Object>> edit) {
        return with(content.editing(edit));
    }

    /** Breaks a stream off after so many events with an error event; an answer that is not streamed is not changed. */
    public WireReply failsInStream(int afterEvents, int status, String message) {
        return with(content.failingAfter(afterEvents, status, message));
    }

    /** Sends a piece of the body at a time, each in an HTTP chunk of its own. */
    public WireReply splitEvery(int bytes) {
        return with(delivery.withPieces(bytes));
    }

    /** Cuts the body at offsets, each piece in an HTTP chunk of its own. */
    public WireReply splitAt(Integer... offsets) {
        return with(delivery.withCuts(List.of(offsets)));
    }

    /** Waits at an offset until the gate opens. */
    public WireReply pauseAt(int offset, Gate gate) {
        return with(delivery.withGate(offset, gate));
    }

    /** Compresses the body. */
    public WireReply gzip() {
        return with(delivery.withGzip()).header("content-encoding", "gzip");
    }

    /** Closes the connection in order, but too early, after so many bytes of the body. */
    public WireReply closeAt(int offset) {
        return ending(WireDelivery.End.CLOSE, offset);
    }

    /** Resets the connection after so many bytes of the body. */
    public WireReply resetAt(int offset) {
        return ending(WireDelivery.End.RESET, offset);
    }

    /** Resets the connection in the middle of the head. */
    public WireReply resetInHead() {
        return ending(WireDelivery.End.RESET, WireDelivery.IN_HEAD);
    }

    /** Falls silent after so many bytes of the body, until the client goes away. */
    public WireReply hangAt(int offset) {
        return ending(WireDelivery.End.HANG, offset);
    }

    /** Returns the body in an API before any compression, for tests that need its length or its text. */
    public String body(WireApi api, boolean streamed) {
        return content.render(api, Map.of("stream", streamed, "stream_options", Map.of("include_usage", true)))
                .text();
    }

    WireContent.Rendered render(WireRequest request) {
        return content.render(request.api().orElse(WireApi.OPENAI_CHAT), request.json());
    }

    WireDelivery delivery() {
        return delivery;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }

    private WireReply ending(WireDelivery.End end, int at) {
        return with(delivery.ending(end, at));
    }

    private WireReply with(WireDelivery newDelivery) {
        return new WireReply(content, newDelivery, headers);
    }

    private WireReply with(WireContent newContent) {
        return new WireReply(newContent, delivery, headers);
    }
}
