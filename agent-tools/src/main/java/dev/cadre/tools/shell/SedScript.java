package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the scripts of {@code sed} that neither run nor write anything. */
final class SedScript {

    private static final Set<String> PLAIN_OPTIONS = Set.of(
            "-n",
            "-E",
            "-r",
            "-u",
            "-s",
            "-z",
            "-nE",
            "-nr",
            "-En",
            "-rn",
            "--quiet",
            "--silent",
            "--regexp-extended",
            "--null-data",
            "--separate",
            "--unbuffered",
            "--posix",
            "--debug");

    // One address: a number, the last line, or a pattern between slashes.
    private static final String ADDRESS = "(?:\\d+|\\$|/" + pattern("/") + "/I?)(?:~\\d+)?";

    private static final Pattern COMMAND = Pattern.compile(
            "(?:" + ADDRESS + "(?:,[+~]?" + ADDRESS + ")?)?\\s*!?\\s*" + "(?:[pdDhHgGnNxlP=]|q\\d*|s([/|#,@:])"
                    + pattern("\\1") + "\\1(?:(?!\\1)[^\\\\\\n]|\\\\[^\\n])*+\\1[gpiIM0-9]*)");

    private SedScript() {}

    // Between brackets the character that ends a pattern does not end it: such a pattern is left alone.
    private static String pattern(String end) {
        String bracketed = "(?!" + end + ")[^\\[\\]\\\\\\n]|\\[:[a-z]+:\\]|\\\\(?!" + end + ")[^\\[\\]\\n]";
        return "(?:(?!" + end + ")[^\\[\\\\\\n]|\\\\[^\\n]|\\[\\^?+\\]?+(?:" + bracketed + ")*+\\])*+";
    }

    static void describe(Invocation.Draft draft) {
        List<Word> scripts = new ArrayList<>();
        List<Word> files = new ArrayList<>();
        boolean writes = false;
        boolean hasScriptOption = false;
        List<Word> arguments = draft.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            String text = word.text();
            if ((text.equals("-e") || text.equals("-ne") || text.equals("-Ee")) && i + 1 < arguments.size()) {
                hasScriptOption = true;
                scripts.add(arguments.get(++i));
            } else if (text.equals("-i") || text.equals("-Ei") || text.equals("-i.bak") || text.equals("--in-place")) {
                writes = true;
            } else if (word.mayBecomeOption() || (word.isOption() && !PLAIN_OPTIONS.contains(text))) {
                draft.runsCode("it is not known what \"" + text + "\" makes of sed", text);
            } else if (!word.isOption()) {
                files.add(word);
            }
        }
        if (!hasScriptOption && !files.isEmpty()) {
            scripts.add(files.remove(0));
        }
        for (Word script : scripts) {
            if (!script.isLiteral() || !isPlain(script.text())) {
                draft.runsCode("the sed script may run commands or write files", script.text());
            }
        }
        if (writes) {
            draft.concerns("sed changes files in place", "-i");
        }
        boolean inPlace = writes;
        files.forEach(file -> draft.uses(file, inPlace ? FileUse.Kind.WRITE : FileUse.Kind.READ));
    }

    // Commands separated by ; may themselves hold one inside a pattern: the script is read from left to right.
    private static boolean isPlain(String script) {
        if (script.length() > 500) {
            return false;
        }
        var matcher = COMMAND.matcher(script);
        int at = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == ';' || c == '\n' || c == ' ') {
                at++;
                continue;
            }
            matcher.region(at, script.length());
            if (!matcher.lookingAt()) {
                return false;
            }
            at = matcher.end();
            boolean isEnd = at == script.length()
                    || script.charAt(at) == ';'
                    || script.charAt(at) == '\n'
                    || script.charAt(at) == ' ';
            if (!isEnd) {
                return false;
            }
        }
        return true;
    }
}
