package dev.cadre.llm.testkit;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** Is what the groups of cases in {@link LlmProviderContract} share. */
interface ContractCase {

    /** Returns the backend of the case that runs. */
    ContractBackend backend();

    default LlmClient client() {
        return backend().client();
    }

    default void needs(ContractFeature... features) {
        for (ContractFeature feature : features) {
            if (!backend().features().contains(feature)) {
                Assumptions.abort("this client or its backend does not have the feature " + feature);
            }
        }
    }

    /** Lets the backend answer, if it can be told to. */
    default void answerIfScripted(LlmResponse response) {
        if (backend().features().contains(ContractFeature.SCRIPTED)) {
            backend().answer(response);
        }
    }

    default LlmResponse generate(LlmRequest request) {
        return generate(request, LlmListener.none());
    }

    default LlmResponse generate(LlmRequest request, LlmListener listener) {
        return generate(request, listener, CancellationToken.create());
    }

    default LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        return client().generate(
                        request.toBuilder().model(client().defaultModel()).build(), listener, cancellation);
    }

    static LlmRequest hello() {
        return ContractRequests.request(Message.user("Hello"));
    }

    static LlmResponse text(String text) {
        return response(StopReason.END_TURN, new ContentBlock.Text(text));
    }

    static LlmResponse response(StopReason reason, ContentBlock... blocks) {
        return new LlmResponse(new Message.Assistant(List.of(blocks)), reason, TokenUsage.of(10, 5), "contract-model");
    }

    /** Joins the texts as a listener is told them: without anything between. */
    static String joinedText(LlmResponse response) {
        return response.message().content().stream()
                .filter(ContentBlock.Text.class::isInstance)
                .map(block -> ((ContentBlock.Text) block).text())
                .collect(Collectors.joining());
    }
}
