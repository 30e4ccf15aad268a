package dev.cadre.core.source;

import org.jspecify.annotations.Nullable;

/** Reads a text in the short way and with the parser; a failure is told as a text, its place included. */
final class BothReadings {

    private BothReadings() {}

    static @Nullable Object common(String yaml) {
        try {
            return CommonYaml.read(yaml, 0, yaml.length());
        } catch (SourceException e) {
            return told(e);
        }
    }

    static @Nullable Object parsed(String yaml) {
        try {
            return YamlTree.read(yaml, 0, yaml.length(), Limits.DEFAULT);
        } catch (SourceException e) {
            return told(e);
        }
    }

    private static String told(SourceException e) {
        return e.code() + " at " + e.offset() + " for " + e.length() + ": " + e.problem();
    }
}
