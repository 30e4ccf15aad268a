package dev.cadre.llm.testkit;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers model calls from a script, one step a call, and keeps the requests for the test to look at.
 *
 * <pre>{@code
 * ScriptedLlm llm = ScriptedLlm.script()
 *         .callsTool("Read", Map.of("file_path", "notes.md"))
 *         .says("The notes are empty.")
 *         .build();
 * }</pre>
 *
 * <p>A call beyond the script's end fails; so does {@link #assertFinished()} before it. Thread-safe.
 */
public final class ScriptedLlm implements LlmClient {

    /** The name of the model that a scripted client claims to be. */
    public static final String MODEL = "scripted";

    private final List<Function<LlmRequest, LlmResponse>> steps;
    private final List<LlmRequest> requests = new ArrayList<>();

    private ScriptedLlm(List<Function<LlmRequest, LlmResponse>> steps) {
        this.steps = steps;
    }

    /** Starts an empty script. */
    public static Script script() {
        return new Script();
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("the scripted call was cancelled", null);
        }
        LlmResponse response = next(request).apply(request);
        for (ContentBlock block : response.message().content()) {
            if (block instanceof ContentBlock.Thinking thinking) {
                listener.onThinking(thinking.text());
            } else if (block instanceof ContentBlock.Text text) {
                listener.onText(text.text());
            }
        }
        return response;
    }

    private synchronized Function<LlmRequest, LlmResponse> next(LlmRequest request) {
        requests.add(request);
        if (requests.size() > steps.size()) {
            throw new AssertionError(
                    "the script has " + steps.size() + " steps, but call " + requests.size() + " was made");
        }
        return steps.get(requests.size() - 1);
    }

    @Override
    public String defaultModel() {
        return MODEL;
    }

    /** Returns the requests so far, in order. */
    public synchronized List<LlmRequest> requests() {
        return Json.list(requests);
    }

    /**
     * Checks that every step was used.
     *
     * @throws AssertionError if steps are left
     */
    public synchronized void assertFinished() {
        if (requests.size() < steps.size()) {
            throw new AssertionError(
                    "the script has " + steps.size() + " steps, but only " + requests.size() + " were used");
        }
    }

    /** Collects the steps of a script. Not thread-safe. */
    public static final class Script {

        private final List<Function<LlmRequest, LlmResponse>> steps = new ArrayList<>();
        private int calls;

        private Script() {}

        /** Answers with a text and ends the turn. */
        public Script says(String text) {
            return answers(List.of(new ContentBlock.Text(text)), StopReason.END_TURN);
        }

        /** Calls one tool; the calls of a script have the ids {@code call-1}, {@code call-2} and so on. */
        public Script callsTool(String name, Map<String, Object> input) {
            return answers(List.of(call(name, input)), StopReason.TOOL_USE);
        }

        /** Answers with blocks and a stop reason; each step counts as 10 input and 5 output tokens. */
        public Script answers(List<? extends ContentBlock> content, StopReason stopReason) {
            LlmResponse response =
                    new LlmResponse(new Message.Assistant(Json.list(content)), stopReason, TokenUsage.of(10, 5), MODEL);
            return step(request -> response);
        }

        /** Makes a tool call with the script's next id, for {@link #answers}. */
        public ToolCall call(String name, Map<String, Object> input) {
            calls++;
            return new ToolCall("call-" + calls, name, input);
        }

        /** Fails with an exception of a provider. */
        public Script fails(LlmException failure) {
            return step(request -> {
                throw failure;
            });
        }

        /** Computes the response from the request, for example to assert what a tool returned. */
        public Script step(Function<LlmRequest, LlmResponse> step) {
            steps.add(step);
            return this;
        }

        /** Checks the request of the step added last before it answers. */
        public Script expecting(Consumer<LlmRequest> check) {
            if (steps.isEmpty()) {
                throw new IllegalStateException("add a step before what it expects");
            }
            Function<LlmRequest, LlmResponse> last = steps.remove(steps.size() - 1);
            return step(request -> {
                check.accept(request);
                return last.apply(request);
            });
        }

        /** Makes the client. */
        public ScriptedLlm build() {
            return new ScriptedLlm(Json.list(steps));
        }
    }
}
