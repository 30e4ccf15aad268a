package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LlmProvidersTest {

    @Test
    void picks_the_provider_of_an_id() {
        LlmProviders providers = LlmProviders.of(new Echo("one"), new Echo("two"));

        assertThat(providers.client("two/big/model", LlmSettings.defaults()).defaultModel())
                .isEqualTo("two:big/model");
    }

    @Test
    void names_all_candidates_when_an_id_is_absent() {
        LlmProviders providers = LlmProviders.of(new Echo("one"), new Echo("two"));

        assertThatThrownBy(() -> providers.provider("three"))
                .isInstanceOf(LlmProviderException.class)
                .hasMessageContaining("no LLM provider \"three\"; found one, two")
                .hasMessageContaining("agent-llm-three");
    }

    @Test
    void says_how_to_add_one_when_there_is_none() {
        assertThatThrownBy(() -> LlmProviders.of().provider("one"))
                .isInstanceOf(LlmProviderException.class)
                .hasMessageContaining("none is on the class path")
                .hasMessageContaining("dev.cadre:agent-llm-one");
    }

    @Test
    void refuses_to_choose_between_two_of_one_id() {
        LlmProviders providers = LlmProviders.of(new Echo("one"), new Echo("one"));

        assertThatThrownBy(() -> providers.provider("one"))
                .isInstanceOf(LlmProviderException.class)
                .hasMessageContaining("2 LLM providers are called \"one\"")
                .hasMessageContaining(Echo.class.getName());
    }

    @Test
    void refuses_a_malformed_name() {
        for (String name : new String[] {"", "/model", "Upper/model", "one/", "one /x"}) {
            assertThatThrownBy(() -> ModelName.parse(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("provider/model");
        }
    }

    private record Echo(String id) implements LlmProvider {
        @Override
        public LlmClient create(LlmSettings settings) {
            return new LlmClient() {
                @Override
                public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
                    return new LlmResponse(
                            Message.assistant(request.messages().get(0).text()),
                            StopReason.END_TURN,
                            TokenUsage.NONE,
                            request.model());
                }

                @Override
                public String defaultModel() {
                    return id + ":" + settings.model().orElse("default");
                }
            };
        }
    }
}
