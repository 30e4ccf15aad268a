package dev.cadre.llm.anthropic;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireProviderContract;
import dev.cadre.llm.testkit.wire.WireRequest;

class AnthropicContractTest extends WireProviderContract {

    AnthropicContractTest() {
        super(WireApi.ANTHROPIC_MESSAGES);
    }

    @Override
    protected LlmClient client(LlmSettings settings) {
        return new AnthropicProvider().create(settings);
    }

    @Override
    protected void inspect(WireRequest request) {
        VendorTypes.check(request);
    }
}
