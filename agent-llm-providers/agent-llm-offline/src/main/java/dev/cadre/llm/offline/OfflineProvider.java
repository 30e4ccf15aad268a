package dev.cadre.llm.offline;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProvider;
import dev.cadre.llm.LlmSettings;

/** Provides {@link OfflineLlm} under the id {@code offline}. */
public final class OfflineProvider implements LlmProvider {

    /** Makes the provider; called by {@link java.util.ServiceLoader}. */
    public OfflineProvider() {}

    @Override
    public String id() {
        return "offline";
    }

    /** Makes a client; the settings have no effect. */
    @Override
    public LlmClient create(LlmSettings settings) {
        return OfflineLlm.create();
    }
}
