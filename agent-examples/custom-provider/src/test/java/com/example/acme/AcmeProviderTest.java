package com.example.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcmeProviderTest {

    @Test
    void is_found_by_its_name() {
        LlmSettings settings =
                LlmSettings.builder().environment(Map.of("ACME_API_KEY", "k")).build();

        assertThat(LlmProviders.load().client("acme/small", settings).defaultModel())
                .isEqualTo("small");
    }

    @Test
    void says_where_the_key_belongs() {
        assertThatThrownBy(() -> new AcmeProvider().create(LlmSettings.defaults()))
                .isInstanceOf(LlmAuthenticationException.class)
                .hasMessageContaining("ACME_API_KEY");
    }
}
