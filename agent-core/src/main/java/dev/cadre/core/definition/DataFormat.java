package dev.cadre.core.definition;

import java.util.Locale;

/** Says whether a source is Markdown or one of the formats that hold only data. */
enum DataFormat {
    NONE,
    TOML,
    JSON,
    YAML;

    static DataFormat of(String sourceName) {
        String name = sourceName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            return TOML;
        }
        if (name.endsWith(".json") || name.endsWith(".jsonc")) {
            return JSON;
        }
        // .roomodes is YAML, of which JSON is nearly a part.
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".roomodes") ? YAML : NONE;
    }
}
