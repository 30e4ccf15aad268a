package dev.cadre.llm.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;

/** Speaks the Chat Completions API. */
record ChatConversation(OpenAiSettings settings, OpenAiFailures failures) implements OpenAiClient.Conversation {

    @Override
    public LlmResponse call(OpenAIClient client, LlmRequest request, LlmListener listener) {
        ChatCompletionCreateParams params = ChatWriter.write(request, settings.isModern());
        try (HttpResponseFor<StreamResponse<ChatCompletionChunk>> raw =
                        client.chat().completions().withRawResponse().createStreaming(params);
                StreamResponse<ChatCompletionChunk> chunks = raw.parse()) {
            ChatReader reader =
                    new ChatReader(listener, settings.service(), raw.requestId().orElse(""));
            chunks.stream().forEach(reader::accept);
            return reader.response();
        }
    }
}
