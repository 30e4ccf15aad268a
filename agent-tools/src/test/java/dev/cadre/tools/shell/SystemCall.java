package dev.cadre.tools.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is one call of the kernel that strace saw, whether it succeeded or not. */
sealed interface SystemCall {

    /** Starts a program. */
    record Exec(List<String> argv) implements SystemCall {}

    /** Opens a file, or a folder only to list it. */
    record Open(String path, boolean writes, boolean isFolder) implements SystemCall {}

    /** Opens a connection. */
    record Connect(String address) implements SystemCall {}

    Pattern EXEC = Pattern.compile("execve\\(\"([^\"]*)\", \\[([^\\]]*)\\]");
    Pattern OPEN = Pattern.compile("openat\\((?:AT_FDCWD|\\d+)<([^>]*)>, \"([^\"]*)\", ([A-Z_|]+)");
    Pattern CONNECT = Pattern.compile("connect\\([^{]*\\{sa_family=(.*)");
    Pattern STRING = Pattern.compile("\"([^\"]*)\"");

    /** Reads what strace wrote with all strings in hexadecimal; the first program, which is bash itself, is left out. */
    static List<SystemCall> parse(String trace) {
        List<SystemCall> calls = new ArrayList<>();
        trace.lines().skip(1).forEach(line -> {
            Matcher exec = EXEC.matcher(line);
            Matcher open = OPEN.matcher(line);
            Matcher connect = CONNECT.matcher(line);
            if (exec.find()) {
                calls.add(new Exec(STRING.matcher(exec.group(2))
                        .results()
                        .map(result -> text(result.group(1)))
                        .toList()));
            } else if (open.find()) {
                String flags = open.group(3);
                Path path = Path.of(text(open.group(1))).resolve(text(open.group(2)));
                calls.add(new Open(
                        path.normalize().toString(), !flags.contains("O_RDONLY"), flags.contains("O_DIRECTORY")));
            } else if (connect.find()) {
                // bash asks a local socket for the user's name when it starts.
                if (!connect.group(1).startsWith("AF_UNIX")) {
                    calls.add(new Connect(connect.group(1)));
                }
            } else if (line.matches("\\d+ (execve|open|openat|creat|connect)\\(.*")) {
                throw new IllegalStateException("strace wrote what can't be read: " + line);
            }
        });
        return calls;
    }

    private static String text(String hexadecimal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i + 3 < hexadecimal.length(); i += 4) {
            bytes.write(Integer.parseInt(hexadecimal.substring(i + 2, i + 4), 16));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
