package dev.cadre.tools.shell;

import java.util.Locale;

/** Finds the files that an argument names in its midst: {@code of=f}, {@code @f}, {@code part=@f}, {@code file:///f}. */
final class EmbeddedFiles {

    private EmbeddedFiles() {}

    /** Notes them as files of which nobody knows what happens to them. */
    static void note(Invocation.Draft draft, Word word) {
        String text = word.text();
        int equals = text.indexOf('=');
        String value = text.substring(equals + 1);
        boolean isMarked = value.startsWith("@") || value.startsWith("<");
        String name = withoutScheme(isMarked ? value.substring(1) : value);
        if (!name.isEmpty() && !name.equals(text)) {
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
