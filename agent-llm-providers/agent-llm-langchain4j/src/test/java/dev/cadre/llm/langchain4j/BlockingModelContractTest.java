package dev.cadre.llm.langchain4j;

import dev.cadre.llm.testkit.ContractBackend;
import dev.cadre.llm.testkit.LlmProviderContract;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

class BlockingModelContractTest extends LlmProviderContract {

    @Override
    protected ContractBackend openBackend() {
        return new ModelBackend(fake -> LangChain4j.client(new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return fake.next(request);
            }
        }));
    }
}
