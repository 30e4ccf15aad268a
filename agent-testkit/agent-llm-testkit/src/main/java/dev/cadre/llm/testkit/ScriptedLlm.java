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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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

    private final List<Step> steps;
    private final List<LlmRequest> requests = new ArrayList<>();

    private ScriptedLlm(List<Step> steps) {
        this.steps = steps;
    }

    /** Starts an empty script. */
    public static Script script() {
        return new Script();
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        throwIfCancelled(cancellation);
        LlmResponse response =
                next(request).answer(request, new CancellableListener(listener, cancellation), cancellation);
        throwIfCancelled(cancellation);
        return response;
    }

    private synchronized Step next(LlmRequest request) {
        requests.add(request);
        if (requests.size() > steps.size()) {
            throw new AssertionError(
                    "the script has " + steps.size() + " steps, but call " + requests.size() + " was made");
        }
        return steps.get(requests.size() - 1);
    }

    static void throwIfCancelled(CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("the scripted call was cancelled", null);
        }
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

        private final List<Step> steps = new ArrayList<>();
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
            return answers(response(content, stopReason));
        }

        /** Answers with a whole response. */
        public Script answers(LlmResponse response) {
            return add((request, listener, cancellation) -> {
                response.message().tellTo(listener);
                return response;
            });
        }

        /** Answers with a text that the listener is told piece by piece. */
        public Script streams(String... deltas) {
            LlmResponse response =
                    response(List.of(new ContentBlock.Text(String.join("", deltas))), StopReason.END_TURN);
            return add((request, listener, cancellation) -> {
                List.of(deltas).forEach(listener::onText);
                return response;
            });
        }

        /** Tells the beginning of a text and then fails, as a stream that is cut. */
        public Script breaksOff(String told, LlmException failure) {
            return add((request, listener, cancellation) -> {
                listener.onText(told);
                throw failure;
            });
        }

        /** Gives no answer until the call is cancelled. */
        public Script hangs() {
            return add((request, listener, cancellation) -> {
                CountDownLatch cancelled = new CountDownLatch(1);
                CancellationToken.Registration registration = cancellation.onCancel(cancelled::countDown);
                try {
                    cancelled.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LlmCancelledException("the scripted call was interrupted", e);
                } finally {
                    registration.close();
                }
                throw new LlmCancelledException("the scripted call was cancelled", null);
            });
        }

        /** Lets the step added last take its time: moves a clock on before it answers. */
        public Script taking(Duration time, ManualClock clock) {
            Step last = removeLast("add a step before the time that it takes");
            return add((request, listener, cancellation) -> {
                clock.advance(time);
                return last.answer(request, listener, cancellation);
            });
        }

        /** Makes a tool call with the script's next id, for {@link #answers}. */
        public ToolCall call(String name, Map<String, Object> input) {
            calls++;
            return new ToolCall("call-" + calls, name, input);
        }

        /** Fails with an exception of a provider. */
        public Script fails(LlmException failure) {
            return add((request, listener, cancellation) -> {
                throw failure;
            });
        }

        /** Computes the response from the request, for example to assert what a tool returned. */
        public Script step(Function<LlmRequest, LlmResponse> step) {
            return add((request, listener, cancellation) -> {
                LlmResponse response = step.apply(request);
                response.message().tellTo(listener);
                return response;
            });
        }

        /** Checks the request of the step added last before it answers. */
        public Script expecting(Consumer<LlmRequest> check) {
            Step last = removeLast("add a step before what it expects");
            return add((request, listener, cancellation) -> {
                check.accept(request);
                return last.answer(request, listener, cancellation);
            });
        }

        private Script add(Step step) {
            steps.add(step);
            return this;
        }

        private Step removeLast(String otherwise) {
            if (steps.isEmpty()) {
                throw new IllegalStateException(otherwise);
            }
            return steps.remove(steps.size() - 1);
        }

        private static LlmResponse response(List<? extends ContentBlock> content, StopReason stopReason) {
            return new LlmResponse(new Message.Assistant(Json.list(content)), stopReason, TokenUsage.of(10, 5), MODEL);
        }

        /** Makes the client. */
        public ScriptedLlm build() {
            return new ScriptedLlm(Json.list(steps));
        }
    }

    /** Is what happens in one call. */
    @FunctionalInterface
    private interface Step {
        LlmResponse answer(LlmRequest request, LlmListener listener, CancellationToken cancellation);
    }
}
