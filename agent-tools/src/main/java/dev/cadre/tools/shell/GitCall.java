package dev.cadre.tools.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which calls of {@code git} neither run programs by their arguments nor leave the workspace. */
final class GitCall {

    private static final Set<String> PLAIN_GLOBALS =
            Set.of("--no-pager", "-P", "--no-optional-locks", "--literal-pathspecs");

    private static final Set<String> SETTING_READERS = Set.of("--get", "--get-all", "--list", "-l");

    // HEAD:f is the file f as it was, :0:f as it is staged; :(top)f and :/f are files of that name.
    private static final Pattern REVISION = Pattern.compile(":(?:\\([^)]*\\))?");

    private static final Set<String> VALUED_GLOBALS =
            Set.of("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--exec-path", "--config-env");

    private static final Set<String> READERS =
            Set.of("log", "diff", "show", "blame", "cat-file", "ls-files", "grep", "add", "status");

    private static final Set<String> REMOTES =
            Set.of("fetch", "pull", "push", "ls-remote", "clone", "remote", "submodule");

    // Their arguments name commands or scripts.
    private static final Set<String> RUNNERS = words("""
            bisect submodule filter-branch difftool mergetool instaweb daemon send-email svn p4 credential hook maintenance
            for-each-repo gui citool archive upload-pack receive-pack upload-archive shell cvsserver web--browse
            """);

    private GitCall() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Returns where the subcommand stands among the words of a call; the number of words if there is none. */
    static int subcommandAt(List<Word> words) {
        int at = 1;
        while (at < words.size() && words.get(at).isOption()) {
            String option = words.get(at).text();
            at += VALUED_GLOBALS.contains(option) ? 2 : 1;
        }
        return Math.min(at, words.size());
    }

    static void describe(Invocation.Draft draft) {
        int at = subcommandAt(draft.words);
        globals(draft, at);
        if (at == draft.words.size()) {
            return;
        }
        String subcommand = draft.words.get(at).text();
        Optional<GitOptions> known = GitOptions.of(subcommand);
        if (known.isEmpty()) {
            draft.runsCode(
                    "it is not known what git " + subcommand + " runs", RUNNERS.contains(subcommand) ? "" : subcommand);
        }
        GitOptions options = known.orElse(GitOptions.NONE);
        List<Word> arguments = draft.words.subList(at + 1, draft.words.size());
        boolean mayBeOption = true;
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            if (mayBeOption && word.text().equals("--")) {
                // Behind an option it may be its value: git log -S -- --output=f.
                mayBeOption = i > 0 && arguments.get(i - 1).isOption() && hasOption(arguments, i + 1);
            } else if (mayBeOption && (word.isOption() || word.mayBecomeOption())) {
                option(draft, subcommand, options, word);
            } else {
                operand(draft, subcommand, word);
            }
        }
        if (subcommand.equals("config") && !readsSettings(arguments)) {
            draft.runsCode("a setting of git may name a command", "");
        }
        if (subcommand.equals("grep")) {
            search(draft, arguments);
        }
    }

    private static boolean hasOption(List<Word> arguments, int from) {
        return arguments.subList(from, arguments.size()).stream().anyMatch(Word::isOption);
    }

    // It reads all files of the repository, or all below what stands behind --.
    private static void search(Invocation.Draft draft, List<Word> arguments) {
        List<String> texts = arguments.stream().map(Word::text).toList();
        int end = texts.indexOf("--");
        List<Word> places = end < 0 ? List.of() : arguments.subList(end + 1, arguments.size());
        if (places.isEmpty()) {
            draft.uses(Word.literal("."), FileUse.Kind.READ_TREE);
        }
        places.forEach(place -> draft.uses(place, FileUse.Kind.READ_TREE));
    }

    // A name without a value reads the setting; all names have a dot, and commands have none. Behind the name stands
    // what it is set to.
    private static boolean readsSettings(List<Word> arguments) {
        List<String> operands = arguments.stream()
                .filter(word -> !word.isOption())
                .map(Word::text)
                .toList();
        return arguments.stream().takeWhile(Word::isOption).map(Word::text).anyMatch(SETTING_READERS::contains)
                || (operands.size() == 1 && operands.get(0).indexOf('.') > 0);
    }

    private static void globals(Invocation.Draft draft, int end) {
        for (int i = 1; i < end; i++) {
            Word word = draft.words.get(i);
            if (word.text().equals("-C") && i + 1 < end) {
                draft.uses(draft.words.get(++i), FileUse.Kind.UNKNOWN);
            } else if (!PLAIN_GLOBALS.contains(word.text()) && !word.text().equals("--version")) {
                draft.runsCode("\"" + word.text() + "\" can make git run any program", word.text());
            }
        }
    }

    private static void option(Invocation.Draft draft, String subcommand, GitOptions options, Word word) {
        String text = word.text();
        if (!word.isLiteral() || !options.include(text)) {
            draft.runsCode("it is not known what \"" + text + "\" makes of git " + subcommand, text);
            if (word.isOption()) {
                Programs.optionValue(draft, word);
            }
        }
        // -L1,5:f shows lines of f.
        int lines = text.startsWith("--") ? -1 : text.indexOf('L');
        if (lines > 0 && text.indexOf(':') >= 0) {
            operand(draft, subcommand, Word.literal(text.substring(lines + 1)));
        }
    }

    private static void operand(Invocation.Draft draft, String subcommand, Word word) {
        if (REMOTES.contains(subcommand) && word.text().contains("::")) {
            draft.runsCode("\"" + word.text() + "\" may name a program that git runs as a remote", word.text());
        }
        boolean isAddress = word.text().contains("://") || word.text().matches("[^/:@{]+@[^/:{]+:.*");
        if (REMOTES.contains(subcommand) && isAddress) {
            draft.concerns("\"" + word.text() + "\" is an address that no remote's name stands for", word.text());
            draft.uses(word, FileUse.Kind.UNKNOWN);
            EmbeddedFiles.note(draft, word);
            return;
        }
        FileUse.Kind kind = READERS.contains(subcommand) ? FileUse.Kind.READ : FileUse.Kind.UNKNOWN;
        draft.uses(word, kind);
        Matcher marks = REVISION.matcher(word.text());
        while (marks.find()) {
            String rest = word.text().substring(marks.end());
            if (!rest.isEmpty()) {
                draft.uses(Word.literal(rest), kind);
            }
            if (rest.startsWith("/")) {
                draft.uses(Word.literal(rest.substring(1)), kind);
            }
        }
    }
}
