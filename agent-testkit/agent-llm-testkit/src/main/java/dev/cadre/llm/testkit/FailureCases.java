package dev.cadre.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Are the cases of {@link LlmProviderContract} about failures and cancellation. */
interface FailureCases extends ContractCase {

    /** Words of a prompt that no failure may repeat. */
    String PROMPT = "the-words-of-a-secret-prompt";

    @ParameterizedTest
    @EnumSource
    default void names_the_remedy_by_its_type(ContractFailure failure) {
        needs(ContractFeature.FAILURES);
        backend().fail(failure);

        assertThatThrownBy(() -> generate(ContractCase.hello()))
                .isInstanceOf(failure.expected())
                .message()
                .isNotBlank();
        backend().assertFinished();
    }

    @ParameterizedTest
    @EnumSource
    default void repeats_neither_key_nor_prompt(ContractFailure failure) {
        needs(ContractFeature.FAILURES);
        backend().fail(failure);
        LlmRequest request = ContractRequests.request(Message.user(PROMPT));

        LlmException thrown = catchThrowableOfType(LlmException.class, () -> generate(request));

        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(ContractBackend.KEY);
        assertThat(thrown.getMessage()).doesNotContain(PROMPT);
    }

    @ParameterizedTest
    @EnumSource
    default void serves_the_next_call_after_a_failure(ContractFailure failure) {
        needs(ContractFeature.FAILURES, ContractFeature.SCRIPTED);
        backend().fail(failure);
        backend().answer(ContractCase.text("Better."));

        assertThatThrownBy(() -> generate(ContractCase.hello())).isInstanceOf(LlmException.class);
        assertThat(generate(ContractCase.hello()).message().text()).isEqualTo("Better.");
    }

    @Test
    default void tells_how_long_the_provider_asks_to_wait() {
        needs(ContractFeature.FAILURES, ContractFeature.RETRY_AFTER);
        backend().fail(ContractFailure.RATE_LIMITED);

        assertThatThrownBy(() -> generate(ContractCase.hello()))
                .isInstanceOfSatisfying(
                        LlmRetryableException.class,
                        thrown -> assertThat(thrown.retryAfter()).contains(ContractFailure.RETRY_AFTER));
    }

    @Test
    default void tells_the_id_of_a_request_that_failed() {
        needs(ContractFeature.FAILURES, ContractFeature.REQUEST_IDS);
        backend().fail(ContractFailure.SERVER_ERROR);

        assertThatThrownBy(() -> generate(ContractCase.hello()))
                .isInstanceOfSatisfying(
                        LlmException.class,
                        thrown -> assertThat(thrown.requestId()).isNotEmpty());
    }

    @Test
    default void tells_the_id_of_a_request_that_succeeded() {
        needs(ContractFeature.SCRIPTED, ContractFeature.REQUEST_IDS);
        backend().answer(ContractCase.text("Hello"));

        assertThat(generate(ContractCase.hello()).requestId()).isNotBlank();
    }

    @Test
    default void ends_soon_after_it_is_cancelled() throws InterruptedException {
        needs(ContractFeature.SILENCE);
        CancellationToken token = CancellationToken.create();
        backend().keepSilent();
        Thread canceller = new Thread(() -> {
            backend().awaitSilentCall();
            token.cancel();
        });
        canceller.start();

        assertThatThrownBy(() -> generate(ContractCase.hello(), LlmListener.none(), token))
                .isInstanceOf(LlmCancelledException.class);
        canceller.join();
    }

    @Test
    default void serves_the_next_call_after_a_cancellation() throws InterruptedException {
        needs(ContractFeature.SILENCE, ContractFeature.SCRIPTED);
        ends_soon_after_it_is_cancelled();
        backend().answer(ContractCase.text("Better."));

        assertThat(generate(ContractCase.hello()).message().text()).isEqualTo("Better.");
    }

    @Test
    default void ends_when_cancelled_by_its_own_listener() {
        needs(ContractFeature.SCRIPTED, ContractFeature.SILENCE);
        CancellationToken token = CancellationToken.create();
        backend().answer(ContractCase.text("word ".repeat(20_000)));

        assertThatThrownBy(() -> generate(ContractCase.hello(), new Told(token::cancel), token))
                .isInstanceOf(LlmCancelledException.class);
    }
}
