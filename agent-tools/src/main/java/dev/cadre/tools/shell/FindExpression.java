package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the expression of {@code find}. */
final class FindExpression {

    private static final Set<String> TESTS = Set.of(
            "!",
            "(",
            ")",
            ",",
            "-a",
            "-o",
            "-and",
            "-or",
            "-not",
            "-print",
            "-print0",
            "-ls",
            "-prune",
            "-quit",
            "-depth",
            "-d",
            "-daystart",
            "-xdev",
            "-mount",
            "-follow",
            "-true",
            "-false",
            "-empty",
            "-readable",
            "-writable",
            "-executable",
            "-nouser",
            "-nogroup",
            "-noleaf",
            "-ignore_readdir_race",
            "-H",
            "-L",
            "-P",
            "-E",
            "-X",
            "-s");

    private static final Set<String> VALUED_TESTS = Set.of(
            "-name",
            "-iname",
            "-path",
            "-ipath",
            "-wholename",
            "-iwholename",
            "-lname",
            "-ilname",
            "-regex",
            "-iregex",
            "-regextype",
            "-type",
            "-xtype",
            "-maxdepth",
            "-mindepth",
            "-mtime",
            "-mmin",
            "-atime",
            "-amin",
            "-ctime",
            "-cmin",
            "-size",
            "-perm",
            "-user",
            "-group",
            "-uid",
            "-gid",
            "-links",
            "-inum",
            "-fstype",
            "-used",
            "-printf",
            "-context",
            "-D");

    private static final Set<String> FILE_TESTS = Set.of("-newer", "-anewer", "-cnewer", "-samefile", "-newermm");

    private static final Set<String> WRITERS = Set.of("-fprint", "-fprint0", "-fls", "-fprintf");

    private static final Set<String> COMMANDS = Set.of("-exec", "-execdir", "-ok", "-okdir");

    private FindExpression() {}

    static void describe(Invocation.Draft draft) {
        List<Word> arguments = draft.arguments();
        boolean inExpression = false;
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            String text = word.text();
            boolean startsExpression = text.startsWith("-") || text.equals("!") || text.equals("(");
            inExpression |= startsExpression && !Set.of("-H", "-L", "-P").contains(text);
            if (word.mayBecomeOption()) {
                draft.runsCode("a file name may take part in the expression of find", "");
            } else if (!startsExpression && !inExpression) {
                draft.uses(word, FileUse.Kind.READ);
            } else if (FILE_TESTS.contains(text) && i + 1 < arguments.size()) {
                draft.uses(arguments.get(++i), FileUse.Kind.READ);
            } else if (WRITERS.contains(text) && i + 1 < arguments.size()) {
                draft.runsCode("find writes a file for " + text, text);
                draft.uses(arguments.get(++i), FileUse.Kind.WRITE);
                i += text.equals("-fprintf") ? 1 : 0;
            } else if (VALUED_TESTS.contains(text)) {
                i++;
            } else if (COMMANDS.contains(text)) {
                draft.runsCode("find runs a command for " + text, "");
                i = end(arguments, i);
            } else if (text.equals("-delete")) {
                draft.concerns("find deletes what it finds", "");
            } else if (!TESTS.contains(text)) {
                draft.runsCode("it is not known what \"" + text + "\" means to find", text);
                draft.uses(word, FileUse.Kind.UNKNOWN);
            }
        }
    }

    /** Returns the commands that {@code find} runs. */
    static List<List<Word>> commands(String program, Invocation.Draft draft) {
        List<List<Word>> commands = new ArrayList<>();
        List<Word> words = draft.words;
        for (int i = 1; program.equals("find") && i < words.size(); i++) {
            String text = words.get(i).text();
            if (COMMANDS.contains(text)) {
                int end = end(words, i);
                if (end > i + 1) {
                    commands.add(Replacement.OF_FIND.in(words.subList(i + 1, end)));
                }
                i = end;
            } else if (VALUED_TESTS.contains(text) || FILE_TESTS.contains(text) || WRITERS.contains(text)) {
                i += text.equals("-fprintf") ? 2 : 1;
            }
        }
        return commands;
    }

    private static int end(List<Word> words, int start) {
        int at = start + 1;
        while (at < words.size()) {
            String text = words.get(at).text();
            boolean isPlus = text.equals("+") && words.get(at - 1).text().equals("{}");
            if (text.equals(";") || isPlus) {
                return at;
            }
            at++;
        }
        return at;
    }
}
