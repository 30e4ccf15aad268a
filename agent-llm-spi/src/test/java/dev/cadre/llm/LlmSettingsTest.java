package dev.cadre.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LlmSettingsTest {

    @Test
    void shows_no_secret() {
        LlmSettings settings = LlmSettings.builder()
                .apiKey("sk-planted")
                .environment(Map.of("VENDOR_API_KEY", "sk-planted-too"))
                .property("secret", "sk-planted-again")
                .baseUrl(URI.create("https://user:sk-planted@gateway.example/v1"))
                .build();

        assertThat(settings.toString()).doesNotContain("sk-planted").contains("gateway.example/v1");
    }

    @Test
    void keeps_everything_but_the_model_when_the_model_changes() {
        LlmSettings settings = LlmSettings.builder()
                .apiKey("key")
                .baseUrl(URI.create("http://localhost:1"))
                .environment(Map.of("A", "b"))
                .property("p", "v")
                .build()
                .withModel("m");

        assertThat(settings.apiKey()).contains("key");
        assertThat(settings.baseUrl()).contains(URI.create("http://localhost:1"));
        assertThat(settings.environment("A")).contains("b");
        assertThat(settings.property("p")).contains("v");
        assertThat(settings.model()).contains("m");
    }

    @Test
    void takes_a_blank_variable_as_absent() {
        LlmSettings settings =
                LlmSettings.builder().environment(Map.of("KEY", " ")).build();

        assertThat(settings.environment("KEY")).isEmpty();
    }
}
