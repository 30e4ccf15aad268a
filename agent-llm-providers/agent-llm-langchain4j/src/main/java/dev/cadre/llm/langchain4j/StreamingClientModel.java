package dev.cadre.llm.langchain4j;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;

/** Is a client as a streaming model of LangChain4j. */
final class StreamingClientModel implements StreamingChatModel {

    private final LlmClient client;

    StreamingClientModel(LlmClient client) {
        this.client = client;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        LlmResponse response;
        try {
            LlmRequest own = RequestReader.read(request, client.defaultModel());
            CancellationToken token = CancellationToken.create();
            response = client.generate(own, new HandlerListener(handler, new TokenHandle(token)), token);
        } catch (LlmException e) {
            handler.onError(ClientModel.translate(e));
            return;
        }
        handler.onCompleteResponse(AnswerWriter.write(response));
    }

    /** Passes deltas on. */
    private record HandlerListener(StreamingChatResponseHandler handler, StreamingHandle handle)
            implements LlmListener {

        @Override
        public void onText(String delta) {
            handler.onPartialResponse(new PartialResponse(delta), new PartialResponseContext(handle));
        }

        @Override
        public void onThinking(String delta) {
            handler.onPartialThinking(new PartialThinking(delta), new PartialThinkingContext(handle));
        }
    }

    /** Cancels by a token. */
    private record TokenHandle(CancellationToken token) implements StreamingHandle {

        @Override
        public void cancel() {
            token.cancel();
        }

        @Override
        public boolean isCancelled() {
            return token.isCancelled();
        }
    }
}
