package dev.cadre.llm.openai;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireProviderContract;
import dev.cadre.llm.testkit.wire.WireRequest;

class ResponsesContractTest extends WireProviderContract {

    ResponsesContractTest() {
        super(WireApi.OPENAI_RESPONSES);
    }

    @Override
    protected LlmClient client(LlmSettings settings) {
        LlmSettings.Builder builder =
                LlmSettings.builder().timeout(settings.timeout()).property("api", "responses");
        settings.apiKey().ifPresent(builder::apiKey);
        settings.baseUrl().ifPresent(builder::baseUrl);
        settings.model().ifPresent(builder::model);
        return new OpenAiProvider().create(builder.build());
    }

    @Override
    protected void inspect(WireRequest request) {
        VendorTypes.check(request);
    }
}
