package dev.cadre.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a provider needs to make a client: key, address, time limit, default model, and further properties.
 *
 * <p>Nothing is read from the process environment unless the host passes it in. {@link #toString()} shows no key and
 * no value of the environment or a property.
 */
public final class LlmSettings {

    private final @Nullable String apiKey;
    private final @Nullable URI baseUrl;
    private final @Nullable String model;
    private final Duration timeout;
    private final Map<String, String> environment;
    private final Map<String, String> properties;

    private LlmSettings(Builder builder) {
        this.apiKey = builder.apiKey;
        this.baseUrl = builder.baseUrl;
        this.model = builder.model;
        this.timeout = builder.timeout;
        this.environment = Collections.unmodifiableMap(new LinkedHashMap<>(builder.environment));
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
    }

    /** Returns settings in which everything is absent and the time limit is ten minutes. */
    public static LlmSettings defaults() {
        return builder().build();
    }

    /** Starts settings in which everything is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the key, if the host gave one. */
    public Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /** Returns the address of the service, if it is not the provider's usual one. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** Returns the model to use when nobody names one, if the host chose it. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** Returns how long one call may take in all, the arrival of the whole answer included. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns a variable of the environment that the host passed in, such as {@code ANTHROPIC_API_KEY}. */
    public Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Returns a property that only some providers know; each documents its own. */
    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** Returns all properties, in the order in which they were set. */
    public Map<String, String> properties() {
        return properties;
    }

    /** Returns these settings with another default model. */
    public LlmSettings withModel(String model) {
        Builder builder =
                new Builder().timeout(timeout).environment(environment).model(model);
        builder.apiKey = apiKey;
        builder.baseUrl = baseUrl;
        builder.properties.putAll(properties);
        return builder.build();
    }

    @Override
    public String toString() {
        return "LlmSettings[apiKey=" + (apiKey == null ? "absent" : "hidden") + ", baseUrl=" + shownBaseUrl()
                + ", model=" + model + ", timeout=" + timeout + ", environment=" + environment.keySet()
                + ", properties=" + properties.keySet() + "]";
    }

    private @Nullable String shownBaseUrl() {
        return baseUrl == null ? null : FailureText.address(baseUrl.toString());
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {

        private @Nullable String apiKey;
        private @Nullable URI baseUrl;
        private @Nullable String model;
        private Duration timeout = Duration.ofMinutes(10);
        private Map<String, String> environment = Map.of();
        private final Map<String, String> properties = new LinkedHashMap<>();

        private Builder() {}

        /** Sets the key. */
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /** Sets the address of the service. */
        public Builder baseUrl(URI baseUrl) {
            this.baseUrl = baseUrl;
            return this;
        }

        /** Sets the model to use when nobody names one. */
        public Builder model(String model) {
            this.model = model;
            return this;
        }

        /** Limits how long one call may take in all; positive. */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("the time limit must be positive, found " + timeout);
            }
            this.timeout = timeout;
            return this;
        }

        /** Passes in variables in which a provider may look for the vendor's usual names; often {@code System.getenv()}. */
        public Builder environment(Map<String, String> environment) {
            this.environment = environment;
            return this;
        }

        /** Sets a property that only some providers know; one that a provider does not know is an error there. */
        public Builder property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /** Makes the settings. */
        public LlmSettings build() {
            return new LlmSettings(this);
        }
    }
}
