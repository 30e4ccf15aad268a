package dev.cadre.tools.permission;

import java.text.Normalizer;

/** Strips from a file's name what some file systems and all readers overlook. */
final class FoldedName {

    private FoldedName() {}

    /** Returns the name in composed form, without invisible characters; the case stays. */
    static String of(String name) {
        if (isPlain(name)) {
            return name;
        }
        StringBuilder visible = new StringBuilder(name.length());
        name.codePoints().filter(c -> !isIgnorable(c)).forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIgnorable(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || Character.isIdentifierIgnorable(c)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
