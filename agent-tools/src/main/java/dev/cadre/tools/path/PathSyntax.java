package dev.cadre.tools.path;

import dev.cadre.tools.permission.PathRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the text of a path, and refuses texts that other programs would read in another way than we do. */
public final class PathSyntax {

    /** The longest path in bytes. */
    public static final int MAX_PATH = 4096;

    /** The longest name in bytes. */
    public static final int MAX_NAME = 255;

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}:/.*|file:.*", Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:([\\\\/].*)?", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\{?[A-Z_][A-Z0-9_]*\\}?)");
    private static final Pattern HOME = Pattern.compile("~[a-z0-9_-]*");
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|COM[0-9]|LPT[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private PathSyntax() {}

    /** Is a path cut at its slashes; {@code .} and empty names are left out, {@code ..} is kept. */
    public record Split(boolean absolute, List<String> names) {}

    /**
     * Splits a path.
     *
     * @param windows whether backslash separates and device names are special
     * @throws PathRefusedException if the text is malformed
     */
    public static Split split(String text, boolean windows) {
        refuseMalformed(text, windows);
        String path = windows ? text.replace('\\', '/') : text;
        boolean drive = windows && DRIVE.matcher(text).matches();
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            refuseName(text, name, windows, drive && names.isEmpty());
            names.add(name);
        }
        if (!path.startsWith("/")
                && names.size() > 1
                && HOME.matcher(names.get(0)).matches()) {
            throw malformed(text, "~ is not expanded; give the path itself");
        }
        if (!names.isEmpty() && VARIABLE.matcher(names.get(0)).matches()) {
            throw malformed(text, "variables are not expanded; give the path itself");
        }
        return new Split(path.startsWith("/") || drive, names);
    }

    private static void refuseMalformed(String text, boolean windows) {
        if (text.isBlank()) {
            throw new PathRefusedException("the path is empty", PathRefusedException.Kind.NO_PATH);
        }
        if (text.indexOf('\0') >= 0) {
            throw malformed(text.replace('\0', '?'), "a path can't hold a NUL character");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw malformed("?", "it is no valid Unicode");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
            throw malformed(text, "it is longer than " + MAX_PATH + " bytes");
        }
        if (SCHEME.matcher(text).matches() && !(windows && DRIVE.matcher(text).matches())) {
            throw malformed(text, "it is an address, and a path is expected");
        }
        if (text.startsWith("\\\\") || (windows && text.startsWith("//"))) {
            throw malformed(text, "shares of other machines can't be reached");
        }
        if (!windows && DRIVE.matcher(text).matches() && text.length() > 2) {
            throw malformed(text, "there are no drives here; give a path with slashes");
        }
    }

    private static void refuseName(String text, String name, boolean windows, boolean drive) {
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
            throw malformed(text, "one of its names is longer than " + MAX_NAME + " bytes");
        }
        if (!windows || drive) {
            return;
        }
        if (name.indexOf(':') >= 0) {
            throw malformed(text, "a name can't hold a colon");
        }
        if (DEVICE.matcher(name).matches()) {
            throw malformed(text, "\"" + name + "\" is a device");
        }
        if (!name.equals("..") && (name.endsWith(".") || name.endsWith(" "))) {
            throw malformed(text, "a name can't end with a dot or a blank");
        }
    }

    /** Makes the failure of a path that is closed. */
    static PathRefusedException refused(String text, String reason) {
        return new PathRefusedException(message(text, reason));
    }

    /** Makes the failure of a path at which neither a file nor a folder stands. */
    static PathRefusedException special(String text, String reason) {
        return new PathRefusedException(message(text, reason), PathRefusedException.Kind.SPECIAL);
    }

    private static PathRefusedException malformed(String text, String reason) {
        return new PathRefusedException(message(text, reason), PathRefusedException.Kind.NO_PATH);
    }

    private static String message(String text, String reason) {
        String shown = text.length() <= 120 ? text : text.substring(0, 120) + "…";
        return "\"" + shown + "\" is refused: " + reason;
    }
}
