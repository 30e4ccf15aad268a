package dev.cadre.llm.langchain4j;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRetryableException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;

/** Is a client as a model of LangChain4j. */
final class ClientModel implements ChatModel {

    private final LlmClient client;

    ClientModel(LlmClient client) {
        this.client = client;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        LlmRequest own = RequestReader.read(request, client.defaultModel());
        try {
            return AnswerWriter.write(client.generate(own));
        } catch (LlmException e) {
            throw translate(e);
        }
    }

    static LangChain4jException translate(LlmException failure) {
        if (failure instanceof LlmRetryableException) {
            return new RetriableException(failure.getMessage(), failure);
        }
        if (failure instanceof LlmAuthenticationException) {
            return new AuthenticationException(failure.getMessage(), failure);
        }
        return new InvalidRequestException(failure.getMessage(), failure);
    }
}
