package dev.cadre.llm.langchain4j;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmListener;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Is one call: hands what the model's threads tell to the thread that waits. Methods of the handler may run on any
 * thread, the others on the waiting one only.
 */
final class ModelCall implements StreamingChatResponseHandler {

    private sealed interface Step {}

    private record Text(String delta) implements Step {}

    private record Thinking(String delta) implements Step {}

    private record Done(ChatResponse response) implements Step {}

    private record Failed(Throwable failure) implements Step {}

    private record Cancelled() implements Step {}

    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final LlmListener listener;
    private final CancellationToken cancellation;
    private volatile @Nullable StreamingHandle handle;
    private boolean toldText;
    private boolean toldThinking;

    ModelCall(LlmListener listener, CancellationToken cancellation) {
        this.listener = listener;
        this.cancellation = cancellation;
    }

    ChatResponse await(Calls calls, ChatRequest request) {
        throwIfCancelled();
        CancellationToken.Registration registration = cancellation.onCancel(() -> steps.add(new Cancelled()));
        try {
            calls.start(request, this);
            return drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelStream();
            throw new LlmCancelledException("interrupted while waiting for the model", e);
        } catch (RuntimeException e) {
            throw ModelFailures.translate(e);
        } finally {
            registration.close();
        }
    }

    private ChatResponse drain() throws InterruptedException {
        while (true) {
            Step step = steps.take();
            throwIfCancelled();
            if (step instanceof Text text) {
                toldText = true;
                listener.onText(text.delta());
            } else if (step instanceof Thinking thinking) {
                toldThinking = true;
                listener.onThinking(thinking.delta());
            } else if (step instanceof Done done) {
                tellRest(done.response().aiMessage());
                throwIfCancelled();
                return done.response();
            } else if (step instanceof Failed failed) {
                throw ModelFailures.translate(failed.failure());
            }
        }
    }

    private void tellRest(AiMessage message) {
        if (!toldThinking && message.thinking() != null) {
            listener.onThinking(message.thinking());
        }
        if (!toldText && message.text() != null) {
            listener.onText(message.text());
        }
    }

    private void throwIfCancelled() {
        if (cancellation.isCancelled()) {
            cancelStream();
            throw new LlmCancelledException("the call was cancelled", null);
        }
    }

    private void cancelStream() {
        StreamingHandle current = handle;
        if (current != null) {
            current.cancel();
        }
    }

    /** Names what ends the model's work when the call is cancelled. */
    void cancelBy(StreamingHandle newHandle) {
        handle = newHandle;
    }

    @Override
    public void onPartialResponse(String delta) {
        if (!delta.isEmpty()) {
            steps.add(new Text(delta));
        }
    }

    @Override
    public void onPartialResponse(PartialResponse delta, PartialResponseContext context) {
        handle = context.streamingHandle();
        onPartialResponse(delta.text());
    }

    @Override
    public void onPartialThinking(PartialThinking delta) {
        steps.add(new Thinking(delta.text()));
    }

    @Override
    public void onPartialThinking(PartialThinking delta, PartialThinkingContext context) {
        handle = context.streamingHandle();
        onPartialThinking(delta);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        steps.add(new Done(response));
    }

    @Override
    public void onError(Throwable failure) {
        steps.add(new Failed(failure));
    }
}
