package dev.cadre.core.definition;

import java.util.Locale;

/** Says whether a source is Markdown or one of the formats that hold only data. */
enum DataFormat {
    NONE,
    TOML,
    JSON,
    /** With comments and trailing commas, as opencode reads all of its own. */
    JSON_WITH_COMMENTS,
    YAML;

    static DataFormat of(String sourceName) {
        String name = sourceName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            return TOML;
        }
        if (name.endsWith(".jsonc") || name.endsWith("opencode.json")) {
            return JSON_WITH_COMMENTS;
        }
        if (name.endsWith(".json")) {
            return JSON;
        }
        // .roomodes is YAML, of which JSON is nearly a part.
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".roomodes") ? YAML : NONE;
    }
}
