package dev.cadre.llm;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a provider and, optionally, one of its models: {@code anthropic} or {@code anthropic/claude-sonnet-4-5}.
 *
 * <p>Everything behind the first slash is the model, so {@code openai/meta-llama/llama-3} works for gateways.
 */
public final class ModelName {

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final String provider;
    private final @Nullable String model;

    private ModelName(String provider, @Nullable String model) {
        this.provider = provider;
        this.model = model;
    }

    /**
     * Parses {@code provider} or {@code provider/model}.
     *
     * @throws IllegalArgumentException if the provider is not lower-case letters, digits and hyphens, or the model is
     *     blank
     */
    public static ModelName parse(String text) {
        int slash = text.indexOf('/');
        String provider = slash < 0 ? text : text.substring(0, slash);
        String model = slash < 0 ? null : text.substring(slash + 1);
        if (!PROVIDER.matcher(provider).matches() || (model != null && model.isBlank())) {
            throw new IllegalArgumentException("\"" + text
                    + "\" names no provider; expected provider or provider/model, such as anthropic/claude-sonnet-4-5");
        }
        return new ModelName(provider, model);
    }

    /** Returns the provider's id. */
    public String provider() {
        return provider;
    }

    /** Returns the model; empty for the provider's default. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    @Override
    public String toString() {
        return model == null ? provider : provider + "/" + model;
    }
}
