package dev.cadre.llm.langchain4j;

import dev.cadre.llm.testkit.ContractBackend;
import dev.cadre.llm.testkit.LlmProviderContract;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

class StreamingModelContractTest extends LlmProviderContract {

    @Override
    protected ContractBackend openBackend() {
        return new ModelBackend(fake -> LangChain4j.client(new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                Thread thread = new Thread(() -> stream(fake, request, handler), "fake-stream");
                thread.setDaemon(true);
                thread.start();
            }
        }));
    }

    private static void stream(FakeModel fake, ChatRequest request, StreamingChatResponseHandler handler) {
        try {
            ChatResponse response = fake.next(request);
            AiMessage message = response.aiMessage();
            if (message.thinking() != null) {
                handler.onPartialThinking(new PartialThinking(message.thinking()));
            }
            if (message.text() != null) {
                int half = message.text().length() / 2;
                handler.onPartialResponse(message.text().substring(0, half));
                handler.onPartialResponse(message.text().substring(half));
            }
            handler.onCompleteResponse(response);
        } catch (RuntimeException e) {
            handler.onError(e);
        }
    }
}
