package dev.cadre.llm.langchain4j;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the attributes of a model's message, such as the proof of its thinking, in the signature of a block. */
final class Signatures {

    private static final String OWNER = "langchain4j:";

    private Signatures() {}

    /** Returns a signature; empty if there is nothing that can be kept as text. */
    static String write(Map<String, Object> attributes) {
        Map<String, Object> kept = new LinkedHashMap<>();
        attributes.forEach((key, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                kept.put(key, value);
            }
        });
        return kept.isEmpty() ? "" : OWNER + JsonText.write(kept);
    }

    static boolean isForeign(String signature) {
        return !signature.isEmpty() && !signature.startsWith(OWNER);
    }

    static Map<String, Object> read(String signature) {
        return signature.isEmpty()
                ? Map.of()
                : JsonText.read(signature.substring(OWNER.length())).orElse(Map.of());
    }
}
