package com.example.acme;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProvider;
import dev.cadre.llm.LlmSettings;
import java.net.URI;

/** Serves the models of Acme: {@code acme/large}. */
public final class AcmeProvider implements LlmProvider {

    @Override
    public String id() {
        return "acme";
    }

    @Override
    public LlmClient create(LlmSettings settings) {
        String key = settings.apiKey()
                .or(() -> settings.environment("ACME_API_KEY"))
                .orElseThrow(() -> new LlmAuthenticationException(
                        "no key for Acme; set ACME_API_KEY or give LlmSettings an apiKey", null));
        URI baseUrl = settings.baseUrl().orElse(URI.create("https://api.acme.example/v1"));
        return new AcmeClient(baseUrl, key, settings.model().orElse("large"), settings.timeout());
    }
}
