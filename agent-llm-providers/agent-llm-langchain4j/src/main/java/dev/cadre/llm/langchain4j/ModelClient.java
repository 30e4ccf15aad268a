package dev.cadre.llm.langchain4j;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.util.Optional;

/** Is a model of LangChain4j as a client. */
final class ModelClient implements LlmClient {

    private static final String UNNAMED = "langchain4j";

    private final Calls calls;
    private final String defaultModel;

    ModelClient(Calls calls, ChatRequestParameters defaults) {
        this.calls = calls;
        String named = defaults.modelName();
        this.defaultModel = named == null || named.isBlank() ? UNNAMED : named;
    }

    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        ModelCall call = new ModelCall(listener, cancellation);
        return AnswerReader.read(call.await(calls, RequestWriter.write(request, defaultModel)), request.model());
    }

    @Override
    public String defaultModel() {
        return defaultModel;
    }

    /** Serves the model for which it was built; names in definitions mean nothing to it. */
    @Override
    public Optional<String> resolveModel(String name) {
        return name.equals(defaultModel) ? Optional.of(name) : Optional.empty();
    }
}
