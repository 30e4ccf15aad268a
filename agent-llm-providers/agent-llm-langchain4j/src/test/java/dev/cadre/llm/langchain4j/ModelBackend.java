package dev.cadre.llm.langchain4j;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.testkit.ContractBackend;
import dev.cadre.llm.testkit.ContractFailure;
import dev.cadre.llm.testkit.ContractFeature;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Puts a fake model of LangChain4j behind the client under test. */
final class ModelBackend implements ContractBackend {

    private final FakeModel model = new FakeModel();
    private final LlmClient client;

    ModelBackend(Function<FakeModel, LlmClient> client) {
        this.client = client.apply(model);
    }

    @Override
    public LlmClient client() {
        return client;
    }

    @Override
    public Set<ContractFeature> features() {
        return EnumSet.of(
                ContractFeature.SCRIPTED,
                ContractFeature.FAILURES,
                ContractFeature.SILENCE,
                ContractFeature.THINKING,
                ContractFeature.SIGNATURES,
                ContractFeature.REFUSALS);
    }

    @Override
    public void answer(LlmResponse response) {
        model.answer(response);
    }

    @Override
    public void fail(ContractFailure failure) {
        model.fail(
                switch (failure) {
                    case RATE_LIMITED -> new RateLimitException("429");
                    case OVERLOADED -> new HttpException(529, "overloaded");
                    case SERVER_ERROR -> new InternalServerException("500");
                    case CONNECTION_LOST, CUT_OFF -> new RuntimeException(new IOException("connection reset"));
                    case WRONG_KEY -> new AuthenticationException("401");
                    case BAD_REQUEST -> new InvalidRequestException("400");
                    case UNKNOWN_MODEL -> new ModelNotFoundException("404");
                    case CONTEXT_TOO_LONG -> new InvalidRequestException("prompt is too long: 9 > 8");
                });
    }

    @Override
    public void keepSilent() {
        model.keepSilent();
    }

    @Override
    public void awaitSilentCall() {
        model.awaitSilentCall();
    }

    @Override
    public void assertFinished() {
        if (model.left() > 0) {
            throw new AssertionError(model.left() + " answers were not used");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
