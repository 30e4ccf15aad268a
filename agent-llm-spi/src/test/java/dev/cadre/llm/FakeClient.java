package dev.cadre.llm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Answers or fails as told, and writes down each call in a log that several fakes may share. */
final class FakeClient implements LlmClient {

    private final String name;
    private final List<String> log;
    private final Deque<Object> outcomes = new ArrayDeque<>();
    private StopReason stopReason = StopReason.END_TURN;
    private boolean closed;

    FakeClient(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    FakeClient fails(LlmException failure) {
        outcomes.add(failure);
        return this;
    }

    FakeClient fails() {
        return fails(new LlmRetryableException(name + " is overloaded", null, null));
    }

    FakeClient failsAfter(String told, LlmException failure) {
        outcomes.add(told);
        return fails(failure);
    }

    FakeClient stopsWith(StopReason reason) {
        stopReason = reason;
        return this;
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        log.add(name + " asked for " + request.model());
        Object outcome = outcomes.poll();
        if (outcome instanceof String told) {
            listener.onText(told);
            outcome = outcomes.poll();
        }
        if (outcome instanceof LlmException failure) {
            throw failure;
        }
        Message.Assistant message = Message.assistant("from " + name);
        message.tellTo(listener);
        return new LlmResponse(message, stopReason, TokenUsage.of(10, 5), request.model());
    }

    @Override
    public String defaultModel() {
        return name + "-model";
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    static LlmRequest request(String text) {
        return LlmRequest.builder("a-model", List.of(Message.user(text))).build();
    }
}
