package dev.cadre.llm.testkit.cassette;

import dev.cadre.llm.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the recorded calls and which of them were replayed. Thread-safe. */
final class Tape {

    private final String defaultModel;
    private final Map<String, String> models = new LinkedHashMap<>();
    private final List<Interaction> interactions = new ArrayList<>();
    private final List<Interaction> left = new ArrayList<>();

    Tape(String defaultModel, Map<String, String> models, List<Interaction> recorded) {
        this.defaultModel = defaultModel;
        this.models.putAll(models);
        interactions.addAll(recorded);
        left.addAll(recorded);
    }

    static Tape empty() {
        return new Tape("", Map.of(), List.of());
    }

    synchronized void add(Interaction interaction) {
        interactions.add(interaction);
    }

    synchronized void addModel(String name, Optional<String> model) {
        models.put(name, model.orElse(""));
    }

    synchronized List<Interaction> interactions() {
        return Json.list(interactions);
    }

    synchronized Map<String, String> models() {
        return new LinkedHashMap<>(models);
    }

    String firstModel() {
        return defaultModel;
    }

    /** Returns what the name resolved to when the cassette was recorded; a name that was not asked for is not served. */
    synchronized Optional<String> resolveModel(String name) {
        return name.equals(defaultModel)
                ? Optional.of(name)
                : Optional.of(models.getOrDefault(name, "")).filter(model -> !model.isEmpty());
    }

    synchronized RecordedAnswer next(CanonicalRequest request, Path file) {
        for (Interaction interaction : left) {
            if (interaction.request().key().equals(request.key())) {
                left.remove(interaction);
                return interaction.answer();
            }
        }
        throw new AssertionError("the request is not on the cassette " + file + ";\n" + difference(request)
                + "\nIf the change is meant, record anew with -D" + CassetteMode.PROPERTY + "=record");
    }

    private String difference(CanonicalRequest request) {
        if (left.isEmpty()) {
            return "all " + interactions.size() + " recorded calls have been replayed";
        }
        int next = interactions.indexOf(left.get(0)) + 1;
        return "it differs from recorded call " + next + " of " + interactions.size() + " (- recorded, + asked):\n"
                + Difference.between(left.get(0).request().json(), request.json());
    }

    synchronized void assertFinished(Path file) {
        if (!left.isEmpty()) {
            throw new AssertionError(
                    left.size() + " of " + interactions.size() + " calls on the cassette " + file + " were not made");
        }
    }
}
