package dev.cadre.core.definition;

import java.util.Locale;
import java.util.Optional;

/** Knows which names can be used, and makes names of headings and files. */
final class NameRules {

    private NameRules() {}

    /** Returns what forbids a name, as the end of a sentence. */
    static Optional<String> problem(String name) {
        if (name.isBlank()) {
            return Optional.of("is blank");
        }
        if (name.startsWith("-")) {
            return Optional.of("starts with a hyphen, which command lines take for an option");
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return Optional.of("contains a line break or another control character");
            }
        }
        return Optional.empty();
    }

    /** Returns what forbids a name in Claude Code's format, where a colon separates a plugin from its agents. */
    static Optional<String> claudeProblem(String name) {
        return name.indexOf(':') >= 0
                ? Optional.of("contains a colon, which is reserved for the agents of plugins")
                : problem(name);
    }

    /** Returns whether a name is in the usual style: lower case, digits, hyphens. */
    static boolean isUsual(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i > 0))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Returns a name in the usual style; letters of all scripts stay. Empty if nothing is left. */
    static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }

    /** Returns the last part of a source's name without its extensions. */
    static String stem(String sourceName) {
        String file = sourceName.substring(Math.max(sourceName.lastIndexOf('/'), sourceName.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        for (String inner : new String[] {".agent", ".chatmode"}) {
            stem = stem.endsWith(inner) && stem.length() > inner.length()
                    ? stem.substring(0, stem.length() - inner.length())
                    : stem;
        }
        return stem;
    }

    /** Returns the path of a source below a folder without its extension; as {@link #stem} if it is not there. */
    static String below(String folder, String sourceName) {
        String path = "/" + sourceName.replace('\\', '/');
        int at = path.lastIndexOf(folder);
        int dot = path.lastIndexOf('.');
        int from = at + folder.length();
        return at >= 0 && dot > from ? path.substring(from, dot) : stem(sourceName);
    }
}
