package dev.cadre.examples.cli;

import dev.cadre.core.Agent;
import dev.cadre.llm.LlmException;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks the model: the one that was asked for, else that of a key in the environment, else the offline model.
 *
 * <p>A provider that was asked for uses its own model whatever the definition names; one that a key chose serves the
 * definition's model.
 */
final class ProviderChoice {

    private static final Map<String, String> KEYS = keys();

    private final Surroundings world;
    private final LlmProviders providers = LlmProviders.load();

    ProviderChoice(Surroundings world) {
        this.world = world;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("ANTHROPIC_API_KEY", "anthropic");
        keys.put("OPENAI_API_KEY", "openai");
        return keys;
    }

    /**
     * Gives an agent its model.
     *
     * @throws LlmException if there is no such provider, or it can't be set up
     * @throws IllegalArgumentException if the name is malformed
     */
    void apply(Agent.Builder agent, @Nullable String asked) {
        LlmSettings settings =
                LlmSettings.builder().environment(world.environment()).build();
        agent.providers(providers);
        if (asked != null) {
            agent.llm(asked, settings);
            return;
        }
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            boolean given = !world.environment().getOrDefault(key.getKey(), "").isBlank();
            if (given && providers.ids().contains(key.getValue())) {
                agent.llm(providers.client(key.getValue(), settings));
                return;
            }
        }
        world.say("no key in the environment (" + String.join(", ", KEYS.keySet())
                + "), so the offline model works: it quotes what it finds and does not think");
        agent.llm("offline", settings);
    }
}
