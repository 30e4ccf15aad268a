package dev.cadre.core;

import dev.cadre.core.definition.ModelChoice;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the model of an agent from what host and definition say. */
interface ModelSource {

    Model resolve(ModelChoice wanted);

    /** A host that said nothing. */
    static ModelSource none() {
        return wanted -> {
            throw new AgentSetupException(
                    "no model: call llm(\"provider/model\") with a provider on the class path, or llm(client); "
                            + "llm(\"offline\") works without key and network");
        };
    }

    /** A provider's name overrides the definition. */
    static ModelSource of(String name, LlmSettings settings, Supplier<LlmProviders> providers) {
        return wanted -> {
            LlmClient client = providers.get().client(name, settings);
            return new Model(client, client.defaultModel(), List.of(), Model.Ownership.AGENT);
        };
    }

    /** A client serves the definition's model if it can. */
    static ModelSource of(LlmClient client) {
        return wanted -> {
            List<String> names = names(wanted);
            Optional<String> served = names.stream()
                    .flatMap(name -> client.resolveModel(name).stream())
                    .findFirst();
            List<String> notices = served.isPresent() || names.isEmpty()
                    ? List.of()
                    : List.of("the definition asks for model " + String.join(" or ", names)
                            + ", which this client does not serve; using " + client.defaultModel());
            return new Model(client, served.orElse(client.defaultModel()), notices, Model.Ownership.HOST);
        };
    }

    private static List<String> names(ModelChoice wanted) {
        if (wanted instanceof ModelChoice.Inherit) {
            return List.of();
        }
        if (wanted instanceof ModelChoice.Named named) {
            return List.of(named.name());
        }
        if (wanted instanceof ModelChoice.Priority priority) {
            return priority.names();
        }
        throw new IllegalStateException("unknown choice of model " + wanted);
    }
}
