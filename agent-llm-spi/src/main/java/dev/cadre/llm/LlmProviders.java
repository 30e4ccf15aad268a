package dev.cadre.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Holds the providers among which a host picks by id. Immutable.
 *
 * <p>None or two of one id is an error that names every candidate; there is no first match, no weight and no cache.
 *
 * <pre>{@code
 * LlmClient client = LlmProviders.load().client("offline", LlmSettings.defaults());
 * }</pre>
 */
public final class LlmProviders {

    private final List<LlmProvider> providers;

    private LlmProviders(List<LlmProvider> providers) {
        this.providers = providers;
    }

    /** Finds the providers that the current thread's context class loader sees. */
    public static LlmProviders load() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return load(context != null ? context : LlmProviders.class.getClassLoader());
    }

    /** Finds the providers that a class loader sees. */
    public static LlmProviders load(ClassLoader classLoader) {
        List<LlmProvider> found = new ArrayList<>();
        ServiceLoader.load(LlmProvider.class, classLoader).forEach(found::add);
        return new LlmProviders(found);
    }

    /** Holds exactly the given providers. */
    public static LlmProviders of(LlmProvider... providers) {
        return new LlmProviders(List.of(providers));
    }

    /** Returns the ids of all providers, sorted, an ambiguous one as often as it occurs. */
    public List<String> ids() {
        return providers.stream().map(LlmProvider::id).sorted().toList();
    }

    /**
     * Returns the provider with an id.
     *
     * @throws LlmProviderException if there is none, or more than one
     */
    public LlmProvider provider(String id) {
        List<LlmProvider> matches =
                providers.stream().filter(provider -> provider.id().equals(id)).toList();
        if (matches.size() == 1) {
            return matches.get(0);
        }
        throw new LlmProviderException(matches.isEmpty() ? absent(id) : ambiguous(id, matches), ids());
    }

    /**
     * Makes a client for {@code provider} or {@code provider/model}.
     *
     * @throws IllegalArgumentException if the name is malformed
     * @throws LlmProviderException if there is no such provider, or more than one
     */
    public LlmClient client(String name, LlmSettings settings) {
        ModelName modelName = ModelName.parse(name);
        LlmProvider provider = provider(modelName.provider());
        return provider.create(modelName.model().map(settings::withModel).orElse(settings));
    }

    private String absent(String id) {
        String found = providers.isEmpty() ? "none is on the class path" : "found " + String.join(", ", ids());
        return "no LLM provider \"" + id + "\"; " + found + ". Add the dependency dev.cadre:agent-llm-" + id
                + ", or pass an LlmClient to Agent.builder(…).llm(…)";
    }

    private static String ambiguous(String id, List<LlmProvider> matches) {
        return matches.size() + " LLM providers are called \"" + id + "\": "
                + matches.stream().map(LlmProviders::describe).collect(Collectors.joining(", "))
                + ". Remove all but one from the class path, or pass an LlmClient to Agent.builder(…).llm(…)";
    }

    private static String describe(LlmProvider provider) {
        Class<?> type = provider.getClass();
        var source = type.getProtectionDomain().getCodeSource();
        return type.getName() + (source == null ? "" : " in " + source.getLocation());
    }
}
