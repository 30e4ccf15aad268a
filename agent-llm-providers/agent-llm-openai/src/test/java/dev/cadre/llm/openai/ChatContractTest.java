package dev.cadre.llm.openai;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireProviderContract;
import dev.cadre.llm.testkit.wire.WireRequest;

class ChatContractTest extends WireProviderContract {

    ChatContractTest() {
        super(WireApi.OPENAI_CHAT);
    }

    @Override
    protected LlmClient client(LlmSettings settings) {
        LlmSettings.Builder builder =
                LlmSettings.builder().timeout(settings.timeout()).property("api", "chat");
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
