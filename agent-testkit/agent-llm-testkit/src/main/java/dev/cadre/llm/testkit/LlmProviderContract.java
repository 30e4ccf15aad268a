package dev.cadre.llm.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Is what every {@link dev.cadre.llm.LlmClient} must do, as a suite of JUnit tests that authors of providers extend.
 *
 * <pre>{@code
 * class AcmeContractTest extends LlmProviderContract {
 *     @Override
 *     protected ContractBackend openBackend() {
 *         return new AcmeBackend();
 *     }
 * }
 * }</pre>
 *
 * <p>Cases that need a {@link ContractFeature} which the backend does not claim abort and say so. A provider that
 * speaks the wire format of a known vendor extends {@link dev.cadre.llm.testkit.wire.WireProviderContract} and needs no
 * backend of its own.
 */
public abstract class LlmProviderContract implements RequestCases, ClientCases, AnswerCases, FailureCases {

    private ContractBackend backend;

    /** Makes the suite; JUnit does. */
    protected LlmProviderContract() {}

    /** Opens a backend with a new client; the suite closes it after each case. */
    protected abstract ContractBackend openBackend();

    /** Returns the backend of the case that runs. */
    @Override
    public final ContractBackend backend() {
        return backend;
    }

    @BeforeEach
    final void open() {
        backend = openBackend();
    }

    @AfterEach
    final void close() {
        backend.close();
    }
}
