package dev.cadre.tools.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the profile by which macOS confines a command: everything is denied but what it names, and later lines win.
 *
 * <p>Rules are on paths, so that protected places need not exist. Names are matched in any case, for most volumes don't tell
 * cases apart. There is no network, not even loopback: the system has no second one, and the host's services listen there.
 */
final class SeatbeltProfile {

    private static final List<String> READABLE = List.of(
            "/usr",
            "/bin",
            "/sbin",
            "/System",
            "/Library",
            "/opt",
            "/private/etc",
            "/private/var/db/timezone",
            "/private/var/select",
            "/private/var/db/xcode_select_link",
            "/Applications/Xcode.app");

    private static final List<String> UNREADABLE = List.of("/Library/Keychains", "/private/etc/master.passwd");

    private static final List<String> DEVICES = List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom");

    private final StringBuilder text = new StringBuilder();

    private SeatbeltProfile() {}

    /**
     * Returns the text of a profile.
     *
     * @param temporary the folder that stands for {@code /tmp}
     * @param control the folder in which a command says where it ended
     */
    static String of(SandboxPlan plan, Path temporary, Path control) {
        SeatbeltProfile profile = new SeatbeltProfile();
        profile.basics();
        profile.reads(plan, temporary);
        profile.writes(plan, temporary, control);
        profile.protect(plan);
        return profile.text.toString();
    }

    private void basics() {
        line("(version 1)");
        line("(deny default)");
        line("(allow process-exec process-fork)");
        line("(allow signal (target same-sandbox))");
        line("(allow sysctl-read)");
        line("(allow file-read-metadata)");
        line("(allow file-read* (literal \"/\"))");
        line("(allow file-ioctl file-read* file-write-data" + literals(DEVICES) + ")");
    }

    private void reads(SandboxPlan plan, Path temporary) {
        List<String> readable = new ArrayList<>(READABLE);
        plan.readable().forEach(path -> readable.add(path.toString()));
        readable.add(plan.workspace().toString());
        readable.add(temporary.toString());
        line("(allow file-read*" + subpaths(readable) + ")");
        line("(deny file-read*" + subpaths(UNREADABLE) + ")");
        line("(deny file-read* file-write*" + inWorkspace(plan, WorkspaceSecrets.names()) + ")");
        line("(deny file-read* file-write* " + regex(root(plan) + "[.][eE][nN][vV][.][^/]*$") + ")");
        line("(allow file-read*" + inWorkspace(plan, WorkspaceSecrets.examples()) + ")");
        if (!plan.hidden().isEmpty()) {
            line("(deny file-read* file-write*"
                    + subpaths(plan.hidden().stream().map(Path::toString).toList()) + ")");
        }
    }

    private void writes(SandboxPlan plan, Path temporary, Path control) {
        List<String> writable = List.of(plan.workspace().toString(), temporary.toString(), control.toString());
        line("(allow file-write*" + subpaths(writable) + ")");
        // A setuid bit would outlive the command, and a device lead out.
        line("(deny file-write-setugid file-mknod)");
    }

    private void protect(SandboxPlan plan) {
        line("(deny file-write*" + inWorkspace(plan, ProtectedPlaces.names(plan.repository())) + ")");
        // Who renames a folder moves what is protected below it.
        for (String way : ProtectedPlaces.ways(plan.repository())) {
            line("(deny file-write-unlink " + regex(root(plan) + anyCase(way) + "$") + ")");
        }
        line("(deny file-write-unlink (literal " + quoted(plan.workspace().toString()) + "))");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String literals(List<String> paths) {
        StringBuilder filters = new StringBuilder();
        paths.forEach(path -> filters.append(" (literal ").append(quoted(path)).append(')'));
        return filters.toString();
    }

    private static String subpaths(List<String> paths) {
        StringBuilder filters = new StringBuilder();
        paths.forEach(path -> filters.append(" (subpath ").append(quoted(path)).append(')'));
        return filters.toString();
    }

    /** Returns filters of names below the workspace; {@link ProtectedPlaces#DEEPER} in front means below its folders. */
    private static String inWorkspace(SandboxPlan plan, List<String> names) {
        StringBuilder filters = new StringBuilder();
        for (String name : names) {
            boolean isDeeper = name.startsWith(ProtectedPlaces.DEEPER);
            String inside = isDeeper ? ".*/" + anyCase(name.substring(ProtectedPlaces.DEEPER.length())) : anyCase(name);
            filters.append(' ').append(regex(root(plan) + inside + "(/|$)"));
        }
        return filters.toString();
    }

    private static String root(SandboxPlan plan) {
        return "^" + anyCase(plan.workspace().toString()) + "/";
    }

    /** Matches a text in any case; what means something in a pattern stands in brackets or becomes any character. */
    private static String anyCase(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            String lower = letter.toLowerCase(Locale.ROOT);
            String upper = letter.toUpperCase(Locale.ROOT);
            if (c > 0x7e || "^\\[]\"".indexOf(c) >= 0) {
                pattern.append('.');
            } else if (!lower.equals(upper)) {
                pattern.append('[').append(lower).append(upper).append(']');
            } else if (Character.isDigit(c) || c == '/' || c == '-' || c == '_') {
                pattern.append(letter);
            } else {
                pattern.append('[').append(letter).append(']');
            }
        });
        return pattern.toString();
    }

    private static String regex(String pattern) {
        return "(regex #\"" + pattern + "\")";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
