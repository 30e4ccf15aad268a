package com.example.acme;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireProviderContract;

class AcmeContractTest extends WireProviderContract {

    AcmeContractTest() {
        super(WireApi.OPENAI_CHAT);
    }

    @Override
    protected LlmClient client(LlmSettings settings) {
        return new AcmeProvider().create(settings);
    }
}
