package dev.cadre.core.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes patterns for keys that look like a restriction and would silently not hold. */
final class MisspeltKeys {

    private static final Set<String> RESTRICTING = Set.of("tools", "disallowedTools", "permissionMode", "permissions");

    private static final String SEPARATORS = "[-_ ]*";

    private MisspeltKeys() {}

    /** Returns a pattern for each restriction, with the schema that accepts nothing. */
    static Map<String, Object> refused() {
        Map<String, List<String>> forms = new TreeMap<>();
        for (String restriction : RESTRICTING) {
            forms.computeIfAbsent(restriction, key -> new ArrayList<>()).addAll(slips(restriction));
        }
        new TreeMap<>(UnknownKeys.MEANT)
                .forEach((folded, meant) ->
                        forms.computeIfAbsent(meant, key -> new ArrayList<>()).add(spellings(folded)));
        Map<String, Object> refused = new LinkedHashMap<>();
        forms.forEach((key, alternatives) ->
                refused.put("^(?!" + key + "$)(?:" + String.join("|", alternatives) + ")$", false));
        return refused;
    }

    // All ways to write a word with capitals, hyphens, underscores and blanks.
    private static String spellings(String folded) {
        StringBuilder pattern = new StringBuilder(SEPARATORS);
        folded.chars()
                .forEach(c -> pattern.append('[')
                        .append((char) c)
                        .append((char) Character.toUpperCase(c))
                        .append(']')
                        .append(SEPARATORS));
        return pattern.toString();
    }

    // One letter missing, added or wrong, or two that changed places.
    private static List<String> slips(String key) {
        List<String> slips = new ArrayList<>();
        for (int i = 0; i < key.length(); i++) {
            slips.add(key.substring(0, i) + ".?" + key.substring(i + 1));
            slips.add(key.substring(0, i) + "." + key.substring(i));
            if (i + 1 < key.length()) {
                slips.add(key.substring(0, i) + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2));
            }
        }
        slips.add(key + ".");
        return slips;
    }
}
