package dev.cadre.llm.anthropic;

import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Holds what the host's settings mean for this provider, checked.
 *
 * @param apiKey printable, without white space
 * @param baseUrl absolute, without a slash at its end
 * @param timeout of one whole call
 * @param defaultModel an id
 * @param caching whether to mark stable parts for the prompt cache
 */
record AnthropicSettings(String apiKey, String baseUrl, Duration timeout, String defaultModel, boolean caching) {

    static final String VENDOR_URL = "https://api.anthropic.com";

    static AnthropicSettings from(LlmSettings settings) {
        String baseUrl = baseUrl(settings);
        String model = settings.model().orElse("sonnet");
        return new AnthropicSettings(
                apiKey(settings),
                baseUrl,
                settings.timeout(),
                ClaudeModels.resolve(model).orElse(model),
                caching(settings.properties()));
    }

    boolean isVendor() {
        return baseUrl.equals(VENDOR_URL);
    }

    private static String apiKey(LlmSettings settings) {
        String key = settings.apiKey()
                .or(() -> settings.environment("ANTHROPIC_API_KEY"))
                .map(String::strip)
                .orElse("");
        if (key.isEmpty()) {
            throw new LlmAuthenticationException(
                    "no key for Anthropic; set ANTHROPIC_API_KEY, or pass LlmSettings.builder().apiKey(…)", null);
        }
        // An HTTP library would name the key in its complaint.
        if (!key.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new LlmAuthenticationException(
                    "the key for Anthropic holds white space or characters that no key has; copy it again", null);
        }
        return key;
    }

    private static String baseUrl(LlmSettings settings) {
        String text = settings.baseUrl()
                .map(URI::toString)
                .or(() -> settings.environment("ANTHROPIC_BASE_URL"))
                .orElse(VENDOR_URL)
                .strip()
                .replaceFirst("/+$", "");
        if (!text.matches("(?i)https?://[^/].*")) {
            throw new IllegalArgumentException(
                    "the address of the Anthropic service must start with http:// or https://"
                            + " and name a host; check ANTHROPIC_BASE_URL or LlmSettings.baseUrl");
        }
        return text;
    }

    private static boolean caching(Map<String, String> properties) {
        for (String name : properties.keySet()) {
            if (!name.equals("cache")) {
                throw new IllegalArgumentException(
                        "the provider anthropic has no property \"" + name + "\"; it has cache");
            }
        }
        String value = properties.getOrDefault("cache", "on");
        if (!value.equals("on") && !value.equals("off")) {
            throw new IllegalArgumentException("the property cache must be on or off, found \"" + value + "\"");
        }
        return value.equals("on");
    }

    @Override
    public String toString() {
        return "AnthropicSettings[defaultModel=" + defaultModel + ", timeout=" + timeout + "]";
    }
}
