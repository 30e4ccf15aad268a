package dev.cadre.llm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Holds the optional settings of a model call; what is absent is the provider's default.
 *
 * <pre>{@code
 * RequestOptions options = RequestOptions.builder().maxTokens(4_000).effort(Effort.HIGH).build();
 * }</pre>
 */
public final class RequestOptions {

    private static final RequestOptions DEFAULTS = builder().build();

    private final @Nullable Integer maxTokens;
    private final @Nullable Double temperature;
    private final @Nullable Effort effort;
    private final @Nullable Map<String, Object> responseSchema;
    private final List<String> stopSequences;

    private RequestOptions(Builder builder) {
        this.maxTokens = builder.maxTokens;
        this.temperature = builder.temperature;
        this.effort = builder.effort;
        this.responseSchema = builder.responseSchema;
        this.stopSequences = builder.stopSequences;
    }

    /** Says how much thought the model should spend; providers map it to their nearest setting. */
    public enum Effort {
        /** The least. */
        LOW,
        /** Less than usual. */
        MEDIUM,
        /** Thorough. */
        HIGH,
        /** More than thorough, where the model knows it. */
        XHIGH,
        /** All that the model can give. */
        MAX;

        /** Finds the effort of a lower-case word; empty for any other text. */
        public static Optional<Effort> of(String word) {
            return Arrays.stream(values())
                    .filter(effort -> effort.word().equals(word))
                    .findFirst();
        }

        /** Returns the lower-case word that definition files use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns options in which everything is absent. */
    public static RequestOptions defaults() {
        return DEFAULTS;
    }

    /** Starts options in which everything is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the limit of output tokens. */
    public OptionalInt maxTokens() {
        return maxTokens == null ? OptionalInt.empty() : OptionalInt.of(maxTokens);
    }

    /** Returns the sampling temperature, 0 to 2. */
    public OptionalDouble temperature() {
        return temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature);
    }

    /** Returns how much thought to spend. */
    public Optional<Effort> effort() {
        return Optional.ofNullable(effort);
    }

    /** Returns the JSON Schema that the final answer must have. */
    public Optional<Map<String, Object>> responseSchema() {
        return Optional.ofNullable(responseSchema);
    }

    /** Returns the texts at which the model stops; often empty. */
    public List<String> stopSequences() {
        return stopSequences;
    }

    /** Returns whether the other holds equal settings. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestOptions options
                && Objects.equals(maxTokens, options.maxTokens)
                && Objects.equals(temperature, options.temperature)
                && effort == options.effort
                && Objects.equals(responseSchema, options.responseSchema)
                && stopSequences.equals(options.stopSequences);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxTokens, temperature, effort, responseSchema, stopSequences);
    }

    /** Returns a builder that starts from these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.maxTokens = maxTokens;
        builder.temperature = temperature;
        builder.effort = effort;
        builder.responseSchema = responseSchema;
        builder.stopSequences = stopSequences;
        return builder;
    }

    /** Collects the settings of a {@link RequestOptions}. Not thread-safe. */
    public static final class Builder {

        private @Nullable Integer maxTokens;
        private @Nullable Double temperature;
        private @Nullable Effort effort;
        private @Nullable Map<String, Object> responseSchema;
        private List<String> stopSequences = List.of();

        private Builder() {}

        /** Limits the output tokens; at least 1. */
        public Builder maxTokens(int maxTokens) {
            if (maxTokens < 1) {
                throw new IllegalArgumentException("maxTokens must be at least 1, found " + maxTokens);
            }
            this.maxTokens = maxTokens;
            return this;
        }

        /** Sets the sampling temperature, 0 to 2. */
        public Builder temperature(double temperature) {
            if (!(temperature >= 0 && temperature <= 2)) {
                throw new IllegalArgumentException("temperature must be 0 to 2, found " + temperature);
            }
            this.temperature = temperature;
            return this;
        }

        /** Sets how much thought to spend. */
        public Builder effort(Effort effort) {
            this.effort = effort;
            return this;
        }

        /** Demands an answer that is valid under a JSON Schema object. */
        public Builder responseSchema(Map<String, Object> schema) {
            this.responseSchema = Json.object(schema);
            return this;
        }

        /** Sets texts at which the model stops; they are no part of the answer. None may be empty. */
        public Builder stopSequences(List<String> stopSequences) {
            if (stopSequences.contains("")) {
                throw new IllegalArgumentException("a stop sequence must not be empty");
            }
            this.stopSequences = Json.list(stopSequences);
            return this;
        }

        /** Makes the options. */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
