package dev.cadre.llm.openai;

import dev.cadre.llm.FailureText;
import dev.cadre.llm.LlmAuthenticationException;
import dev.cadre.llm.LlmSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Holds what the host's settings mean for this provider, checked.
 *
 * @param apiKey printable, without white space; empty where the server needs none
 * @param baseUrl absolute, without a slash at its end
 * @param timeout of one whole call
 * @param defaultModel an id
 * @param api which API to speak
 */
record OpenAiSettings(String apiKey, String baseUrl, Duration timeout, String defaultModel, Api api) {

    static final String VENDOR_URL = "https://api.openai.com/v1";
    static final String DEFAULT_MODEL = "gpt-6-sol";

    /** The APIs that this provider speaks. */
    enum Api {
        RESPONSES,
        CHAT
    }

    static OpenAiSettings from(LlmSettings settings) {
        String baseUrl = baseUrl(settings);
        String model = settings.model().orElse(DEFAULT_MODEL);
        return new OpenAiSettings(
                apiKey(settings, baseUrl), baseUrl, settings.timeout(), model, api(settings.properties(), baseUrl));
    }

    boolean isVendor() {
        return isVendor(baseUrl);
    }

    /** Returns whether the address is OpenAI's or Azure's, which know the newest words of the APIs. */
    boolean isModern() {
        return isVendor() || host().endsWith(".azure.com");
    }

    /** Returns what people know the service by. */
    String service() {
        return isVendor() ? "OpenAI" : "the server at " + shownUrl();
    }

    String shownUrl() {
        return FailureText.address(baseUrl);
    }

    private String host() {
        String host = URI.create(baseUrl).getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static boolean isVendor(String url) {
        return url.toLowerCase(Locale.ROOT).matches("https://([a-z]+\\.)?api\\.openai\\.com(/.*)?");
    }

    private static String apiKey(LlmSettings settings, String baseUrl) {
        String key = settings.apiKey()
                .or(() -> settings.environment("OPENAI_API_KEY"))
                .map(String::strip)
                .orElse("");
        if (key.isEmpty() && isVendor(baseUrl)) {
            throw new LlmAuthenticationException(
                    "no key for OpenAI; set OPENAI_API_KEY, or pass LlmSettings.builder().apiKey(…)", null);
        }
        // An HTTP library would name the key in its complaint.
        if (!key.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new LlmAuthenticationException(
                    "the key for OpenAI holds white space or characters that no key has; copy it again", null);
        }
        return key;
    }

    private static String baseUrl(LlmSettings settings) {
        String text = settings.baseUrl()
                .map(URI::toString)
                .or(() -> settings.environment("OPENAI_BASE_URL"))
                .orElse(VENDOR_URL)
                .strip()
                .replaceFirst("/+$", "");
        if (!text.matches("(?i)https?://[^/].*")) {
            throw new IllegalArgumentException("the address of the OpenAI service must start with http:// or https://"
                    + " and name a host; check OPENAI_BASE_URL or LlmSettings.baseUrl");
        }
        return text;
    }

    private static Api api(Map<String, String> properties, String baseUrl) {
        for (String name : properties.keySet()) {
            if (!name.equals("api")) {
                throw new IllegalArgumentException("the provider openai has no property \"" + name + "\"; it has api");
            }
        }
        String value = properties.getOrDefault("api", isVendor(baseUrl) ? "responses" : "chat");
        return switch (value) {
            case "responses" -> Api.RESPONSES;
            case "chat" -> Api.CHAT;
            default ->
                throw new IllegalArgumentException(
                        "the property api must be responses or chat, found \"" + value + "\"");
        };
    }

    @Override
    public String toString() {
        return "OpenAiSettings[defaultModel=" + defaultModel + ", api=" + api + ", timeout=" + timeout + "]";
    }
}
