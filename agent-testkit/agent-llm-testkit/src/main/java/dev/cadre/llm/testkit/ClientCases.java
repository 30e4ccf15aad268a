package dev.cadre.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Are the cases of {@link LlmProviderContract} about the client itself; no client may lack them. */
interface ClientCases extends ContractCase {

    @Test
    default void names_a_default_model_and_serves_it() {
        assertThat(client().defaultModel()).isNotBlank();
        assertThat(client().resolveModel(client().defaultModel())).contains(client().defaultModel());
    }

    @Test
    default void makes_no_call_when_cancelled_before() {
        CancellationToken token = CancellationToken.create();
        token.cancel();
        Told told = new Told();

        assertThatThrownBy(() -> generate(ContractCase.hello(), told, token)).isInstanceOf(LlmCancelledException.class);
        assertThat(told.text()).isEmpty();
        backend().assertFinished();
    }

    @Test
    default void forgets_the_token_when_the_call_has_ended() {
        CancellationToken token = CancellationToken.create();
        answerIfScripted(ContractCase.text("First"));
        answerIfScripted(ContractCase.text("Second"));
        generate(ContractCase.hello(), LlmListener.none(), token);

        token.cancel();

        assertThat(generate(ContractCase.hello()).message().content()).isNotEmpty();
    }

    @Test
    default void serves_several_calls_at_once() throws InterruptedException, ExecutionException {
        int calls = 6;
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Future<LlmResponse>> responses = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                answerIfScripted(ContractCase.text("Same"));
            }
            for (int i = 0; i < calls; i++) {
                responses.add(threads.submit(() -> generate(ContractCase.hello())));
            }
            String expected = responses.get(0).get().message().text();
            for (Future<LlmResponse> response : responses) {
                assertThat(response.get().message().text()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        backend().assertFinished();
    }

    @Test
    default void works_where_no_class_loader_is_set() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            answerIfScripted(ContractCase.text("Hello"));

            assertThat(generate(ContractCase.hello()).message().content()).isNotEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    default void shows_no_key() {
        assertThat(client().toString()).doesNotContain(ContractBackend.KEY);
    }

    @Test
    default void closes_twice_without_complaint() {
        answerIfScripted(ContractCase.text("Hello"));
        generate(ContractCase.hello());

        client().close();
        client().close();
    }
}
