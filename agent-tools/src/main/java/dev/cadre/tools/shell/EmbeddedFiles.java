package dev.cadre.tools.shell;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the files that an argument names in its midst: {@code of=f}, {@code @f}, {@code part=@f;type=t}, {@code key@f},
 * {@code file:///f}.
 */
final class EmbeddedFiles {

    private static final Pattern SEPARATOR = Pattern.compile("[;,\"]");

    private EmbeddedFiles() {}

    /** Notes them as files of which nobody knows what happens to them. */
    static void note(Invocation.Draft draft, Word word) {
        String text = word.text();
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1);
        boolean isMarked = value.startsWith("@") || value.startsWith("<");
        String name = withoutScheme(isMarked ? value.substring(1) : value);
        if (!name.equals(text)) {
            note(draft, name);
        }
        // curl takes quoted names, several, and a type behind them.
        if (isMarked && SEPARATOR.matcher(name).find()) {
            SEPARATOR.splitAsStream(name).forEach(part -> note(draft, part));
        }
        if (!isMarked && value.indexOf('@') >= 0) {
            note(draft, value.substring(value.indexOf('@') + 1));
        }
    }

    private static void note(Invocation.Draft draft, String name) {
        if (!name.isEmpty()) {
            draft.uses(Word.literal(name), FileUse.Kind.UNKNOWN);
        }
    }

    // file:/f, file:///f and file://localhost/f are one file.
    private static String withoutScheme(String name) {
        if (!name.toLowerCase(Locale.ROOT).startsWith("file:")) {
            return name;
        }
        String path = name.substring(5);
        int start = path.startsWith("//") ? path.indexOf('/', 2) : 0;
        return path.substring(Math.max(start, 0));
    }
}
