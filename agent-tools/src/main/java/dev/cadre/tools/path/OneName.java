package dev.cadre.tools.path;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Guards the one weakness of {@code SecureDirectoryStream}: it takes {@code ../..} and absolute paths as names. */
final class OneName {

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneName() {}

    static Path of(Path name) {
        String text = name.toString();
        if (name.isAbsolute() || name.getNameCount() != 1 || text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("not one name: " + name);
        }
        return name;
    }

    /** Returns a name that nobody can guess. */
    static Path temporary() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Path.of(".cadre-" + HexFormat.of().formatHex(bytes) + ".tmp");
    }
}
