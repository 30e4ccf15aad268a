package dev.cadre.llm.testkit;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmResponse;
import java.util.Set;

/**
 * Stands behind the client that {@link LlmProviderContract} puts to the test, and does what the cases need done there.
 *
 * <p>Implementations must answer calls in the order in which they were told to, must be safe for several calls at once,
 * and must support all methods whose feature they claim; the others may throw.
 */
public interface ContractBackend extends AutoCloseable {

    /** The key that a client under test is given, where it takes one; it must never come out again. */
    String KEY = "sk-contract-SECRET-key-0123456789";

    /** Returns the client under test, always the same. */
    LlmClient client();

    /** Returns what client and backend can do. */
    Set<ContractFeature> features();

    /** Lets the next call that is not yet provided for be answered by a response; needs {@code SCRIPTED}. */
    void answer(LlmResponse response);

    /** Lets the next call that is not yet provided for fail; needs {@code FAILURES}. */
    void fail(ContractFailure failure);

    /** Lets the next call that is not yet provided for go without an answer; needs {@code SILENCE}. */
    void keepSilent();

    /** Blocks until a call has arrived that {@link #keepSilent()} is for; needs {@code SILENCE}. */
    void awaitSilentCall();

    /** Checks that nothing unexpected has happened, such as a request that the service would refuse. */
    void assertFinished();

    /** Closes the client, too. */
    @Override
    void close();
}
