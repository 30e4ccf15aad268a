package dev.cadre.llm;

import java.util.Optional;

/** Passes on what its subclass does not change. */
abstract class DelegatingClient implements LlmClient {

    final LlmClient client;

    DelegatingClient(LlmClient client) {
        this.client = client;
    }

    @Override
    public String defaultModel() {
        return client.defaultModel();
    }

    @Override
    public Optional<String> resolveModel(String name) {
        return client.resolveModel(name);
    }

    @Override
    public void close() {
        client.close();
    }
}
