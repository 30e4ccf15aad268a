package dev.cadre.llm.testkit;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmContextTooLongException;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** Writes scripts of one step while the cases of the contract go on. */
final class ScriptedBackend implements ContractBackend {

    private final Queue<ScriptedLlm> scripts = new ConcurrentLinkedQueue<>();
    private final Semaphore silentCalls = new Semaphore(0);

    private final LlmClient client = new LlmClient() {
        @Override
        public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
            ScriptedLlm next = cancellation.isCancelled() ? null : scripts.poll();
            return (next == null ? ScriptedLlm.script().build() : next).generate(request, listener, cancellation);
        }

        @Override
        public String defaultModel() {
            return ScriptedLlm.MODEL;
        }
    };

    @Override
    public LlmClient client() {
        return client;
    }

    @Override
    public Set<ContractFeature> features() {
        return EnumSet.complementOf(EnumSet.of(ContractFeature.REQUEST_IDS));
    }

    @Override
    public void answer(LlmResponse response) {
        add(script -> script.answers(response));
    }

    @Override
    public void fail(ContractFailure failure) {
        if (failure == ContractFailure.CUT_OFF) {
            add(script -> script.breaksOff("This is", exception(failure)));
        } else {
            add(script -> script.fails(exception(failure)));
        }
    }

    private static LlmException exception(ContractFailure failure) {
        if (failure.expected() == LlmAuthenticationException.class) {
            return new LlmAuthenticationException("scripted", null);
        }
        if (failure.expected() == LlmContextTooLongException.class) {
            return new LlmContextTooLongException("scripted", null);
        }
        if (failure.expected() == LlmRequestException.class) {
            return new LlmRequestException("scripted", null);
        }
        return new LlmRetryableException("scripted", ContractFailure.RETRY_AFTER, null);
    }

    @Override
    public void keepSilent() {
        add(script -> script.hangs().expecting(request -> silentCalls.release()));
    }

    private void add(UnaryOperator<ScriptedLlm.Script> step) {
        scripts.add(step.apply(ScriptedLlm.script()).build());
    }

    @Override
    public void awaitSilentCall() {
        silentCalls.acquireUninterruptibly();
    }

    @Override
    public void assertFinished() {
        if (!scripts.isEmpty()) {
            throw new AssertionError(scripts.size() + " steps were not used");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
