package dev.cadre.tools.builtin;

import dev.cadre.tools.CommandResult;
import java.time.Duration;

/** Words what a command left for the model. Lengths as on Claude Code's page on tools. */
final class BashText {

    private static final int LONGEST_SUCCESS = 30_000;
    private static final int LONGEST_FAILURE = 10_000;

    private BashText() {}

    static String of(CommandResult result, Duration timeout, boolean isError) {
        String output = joined(result.stdout(), result.stderr());
        String shortened = shortened(output, isError ? LONGEST_FAILURE : LONGEST_SUCCESS);
        String first = headline(result, timeout);
        if (first.isEmpty()) {
            return shortened.isEmpty() ? "(The command printed nothing.)" : shortened;
        }
        return shortened.isEmpty() ? first : first + "\n" + shortened;
    }

    private static String headline(CommandResult result, Duration timeout) {
        return switch (result.end()) {
            case EXITED -> result.exitCode() == 0 ? "" : "Exit code " + result.exitCode();
            case TIMED_OUT ->
                "The command took longer than " + timeout.toMillis()
                        + " ms and was killed with all its processes. Printed until then:";
            case CANCELLED -> "The command was cancelled and killed with all its processes. Printed until then:";
            case FLOODED -> "The command printed too much and was killed with all its processes. Its output:";
            case LOST ->
                "The sandbox died and is started anew for the next command; background processes are gone."
                        + " Printed until then:";
        };
    }

    private static String joined(String stdout, String stderr) {
        String out = stdout.stripTrailing();
        String err = stderr.stripTrailing();
        return out.isEmpty() || err.isEmpty() ? out + err : out + "\n" + err;
    }

    /** Keeps the head and the tail, cut at line ends where there are any near. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int head = longest / 2;
        int tail = text.length() - longest / 2;
        int headEnd = text.lastIndexOf('\n', head);
        int tailStart = text.indexOf('\n', tail);
        head = headEnd > head / 2 ? headEnd + 1 : whole(text, head);
        tail = tailStart >= 0 && tailStart < tail + longest / 4 ? tailStart + 1 : whole(text, tail);
        String mark = "… " + (tail - head) + " characters left out; redirect to a file and read parts of it …";
        return text.substring(0, head) + (text.charAt(head - 1) == '\n' ? "" : "\n") + mark + "\n"
                + text.substring(tail);
    }

    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
    }
}
