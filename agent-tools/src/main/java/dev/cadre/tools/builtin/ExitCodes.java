package dev.cadre.tools.builtin;

import dev.cadre.tools.CommandResult;
import java.util.List;
import java.util.Set;

/**
 * Knows which exit codes are answers and not failures: 1 of grep and its family means "nothing found", of diff "they
 * differ". A convenience for the model, so the last command is found by looking, not by full analysis.
 */
final class ExitCodes {

    private static final Set<String> ANSWERING = Set.of("grep", "rg", "egrep", "fgrep", "find", "diff", "test", "[");
    private static final Set<String> ANSWERING_OF_GIT = Set.of("diff", "grep");

    private ExitCodes() {}

    static boolean isSuccess(String command, CommandResult result) {
        return result.exitCode() == 0
                || (result.exitCode() == 1 && result.stderr().isEmpty() && isAnswering(lastCommand(command)));
    }

    private static boolean isAnswering(List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        return ANSWERING.contains(program)
                || (program.equals("git") && words.size() > 1 && ANSWERING_OF_GIT.contains(words.get(1)));
    }

    /** Returns the words of the text behind the last separator that is not quoted. */
    static List<String> lastCommand(String command) {
        char quote = 0;
        int start = 0;
        String text = command.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ';' || c == '|' || c == '\n' || (c == '&' && !isRedirect(text, i))) {
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        return last.isEmpty() ? List.of() : List.of(last.split("\\s+", -1));
    }

    private static boolean isRedirect(String text, int ampersand) {
        boolean after = ampersand > 0 && "<>".indexOf(text.charAt(ampersand - 1)) >= 0;
        boolean before = ampersand + 1 < text.length() && text.charAt(ampersand + 1) == '>';
        return after || before;
    }
}
