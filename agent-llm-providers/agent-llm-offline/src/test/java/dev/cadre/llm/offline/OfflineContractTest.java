package dev.cadre.llm.offline;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.testkit.ContractBackend;
import dev.cadre.llm.testkit.ContractFailure;
import dev.cadre.llm.testkit.ContractFeature;
import dev.cadre.llm.testkit.LlmProviderContract;
import java.util.Set;

class OfflineContractTest extends LlmProviderContract {

    @Override
    protected ContractBackend openBackend() {
        return new Unscripted(new OfflineProvider().create(LlmSettings.defaults()));
    }

    /** Is no backend: what answers is the client itself, which nobody can tell what to say. */
    private record Unscripted(LlmClient client) implements ContractBackend {

        @Override
        public Set<ContractFeature> features() {
            return Set.of();
        }

        @Override
        public void answer(LlmResponse response) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fail(ContractFailure failure) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keepSilent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void awaitSilentCall() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void assertFinished() {}

        @Override
        public void close() {
            client.close();
        }
    }
}
