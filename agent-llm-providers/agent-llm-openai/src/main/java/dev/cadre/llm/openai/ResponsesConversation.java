package dev.cadre.llm.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.responses.ResponseStreamEvent;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;

/** Speaks the Responses API, without any state kept by the service. */
record ResponsesConversation(OpenAiSettings settings, OpenAiFailures failures) implements OpenAiClient.Conversation {

    @Override
    public LlmResponse call(OpenAIClient client, LlmRequest request, LlmListener listener) {
        try (HttpResponseFor<StreamResponse<ResponseStreamEvent>> raw =
                        client.responses().withRawResponse().createStreaming(ResponsesWriter.write(request));
                StreamResponse<ResponseStreamEvent> events = raw.parse()) {
            ResponsesReader reader =
                    new ResponsesReader(listener, failures, raw.requestId().orElse(""), request.model());
            events.stream().forEach(reader::accept);
            return reader.response();
        }
    }
}
