package dev.cadre.llm.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingHandle;

/** Makes calls that block, each on a thread of its own that cancellation interrupts. */
final class BlockingCalls implements Calls {

    private final ChatModel model;

    BlockingCalls(ChatModel model) {
        this.model = model;
    }

    @Override
    public void start(ChatRequest request, ModelCall call) {
        Thread thread = new Thread(() -> run(request, call), "cadre-langchain4j-call");
        thread.setDaemon(true);
        call.cancelBy(new ThreadHandle(thread));
        thread.start();
    }

    private void run(ChatRequest request, ModelCall call) {
        try {
            call.onCompleteResponse(model.chat(request));
        } catch (RuntimeException | Error e) {
            call.onError(e);
        }
    }

    /** Cancels by interruption. */
    private record ThreadHandle(Thread thread) implements StreamingHandle {

        @Override
        public void cancel() {
            thread.interrupt();
        }

        @Override
        public boolean isCancelled() {
            return thread.isInterrupted();
        }
    }
}
