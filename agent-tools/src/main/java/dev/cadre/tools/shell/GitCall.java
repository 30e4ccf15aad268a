package dev.cadre.tools.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which calls of {@code git} neither run programs by their arguments nor leave the workspace. */
final class GitCall {

    private static final Set<String> PLAIN_GLOBALS =
            Set.of("--no-pager", "-P", "--no-optional-locks", "--literal-pathspecs");

    // Options by which log, diff and show choose and format; --output, --ext-diff, --textconv and --no-index are left
    // out.
    private static final Set<String> DIFF = words("""
            -p -u --patch --no-patch -s --stat --shortstat --numstat --summary --name-only --name-status --raw --cached
            --staged --oneline --graph --all --decorate --no-decorate --color --no-color --word-diff --minimal --patience
            --histogram -w -b --ignore-all-space --ignore-space-change --ignore-blank-lines --check --full-index --binary
            --abbrev --no-abbrev --abbrev-commit --merges --no-merges --first-parent --reverse --follow --date-order
            --topo-order --author-date-order --branches --tags --remotes --left-right --cherry-pick --cherry-mark -i -E -F -P
            --invert-grep --all-match --no-ext-diff --no-textconv -M -C -B -D -R -z --exit-code --quiet -q --no-renames
            --find-renames --find-copies --pretty --relative --show-signature --source --full-history --simplify-merges
            --ancestry-path --boundary --walk-reflogs -g --no-walk --cc -c -m --merge-base --compact-summary --dirstat
            --relative-date --parents --children --ignore-submodules --submodule --no-prefix
            """);

    private static final Set<String> DIFF_VALUED = words("""
            -n -U -S -G -L -l --max-count --skip --since --after --until --before --author --committer --grep --format
            --pretty --date --diff-filter --stat --color --abbrev --unified --word-diff --find-renames --find-copies
            --decorate --branches --tags --remotes --glob --exclude --inter-hunk-context --diff-algorithm --relative
            --ignore-submodules --submodule --word-diff-regex --encoding --min-parents --max-parents --dirstat
            """);

    private static final Map<String, Set<String>> PLAIN = Map.ofEntries(
            Map.entry(
                    "status",
                    words(
                            "-s -b -v -z -u --short --branch --porcelain --long --verbose --ignored --show-stash --untracked-files --column --no-column --ahead-behind --no-renames")),
            Map.entry("log", DIFF),
            Map.entry("diff", DIFF),
            Map.entry("show", DIFF),
            Map.entry("whatchanged", DIFF),
            Map.entry("reflog", DIFF),
            Map.entry("shortlog", words("-n -s -e --numbered --summary --email --no-merges --all --since --until")),
            Map.entry(
                    "blame",
                    words(
                            "-w -M -C -L -l -s -t -e -p --porcelain --line-porcelain --date --since --show-email --root")),
            Map.entry(
                    "branch",
                    words(
                            "-a -r -v -vv -d -D -m -M -c --all --remotes --verbose --list --show-current --merged --no-merged --contains --sort --format --delete --move -u --set-upstream-to --track --no-track --column")),
            Map.entry("tag", words("-l -n --list --sort --contains --points-at --merged --format -d --delete -a -m")),
            Map.entry(
                    "ls-files",
                    words(
                            "-c -d -m -o -i -s -t -v -z --cached --deleted --modified --others --ignored --stage --exclude-standard --full-name --error-unmatch --unmerged")),
            Map.entry(
                    "ls-tree",
                    words("-r -d -t -l -z --name-only --name-status --full-name --full-tree --long --abbrev")),
            Map.entry(
                    "ls-remote", words("-h -t -q --heads --tags --refs --quiet --symref --get-url --exit-code --sort")),
            Map.entry(
                    "rev-parse",
                    words(
                            "--show-toplevel --abbrev-ref --short --verify --is-inside-work-tree --git-dir --show-prefix --show-cdup --symbolic-full-name --all --branches --tags -q --quiet --absolute-git-dir --is-bare-repository")),
            Map.entry("rev-list", DIFF),
            Map.entry(
                    "describe",
                    words(
                            "--tags --all --long --always --dirty --abbrev --match --exact-match --contains --first-parent")),
            Map.entry("remote", words("-v --verbose")),
            Map.entry(
                    "stash",
                    words("-u -k -p -q -m --include-untracked --keep-index --all --quiet --message --staged --index")),
            Map.entry(
                    "add",
                    words("-A -u -n -v -f -N --all --update --dry-run --verbose --force --intent-to-add --chmod")),
            Map.entry(
                    "commit",
                    words(
                            "-m -a -q -v -s -n --message --all --amend --no-edit --allow-empty --quiet --signoff --fixup --squash --only --include -am --dry-run --author --date --no-verify")),
            Map.entry(
                    "checkout",
                    words("-b -B -q -f -t --quiet --force --track --no-track --detach --orphan --ours --theirs")),
            Map.entry("switch", words("-c -C -d -q --create --detach --quiet --track --orphan")),
            Map.entry("restore", words("-s -S -W -q --source --staged --worktree --quiet --ours --theirs")),
            Map.entry("reset", words("--soft --mixed --hard --keep --merge -q --quiet")),
            Map.entry(
                    "merge",
                    words("--no-ff --ff --ff-only --squash --no-commit --abort --continue --quit -m -q --no-edit")),
            Map.entry(
                    "rebase",
                    words(
                            "-q -v --continue --abort --skip --quit --onto --quiet --verbose --autostash --no-autostash --stat --root --keep-empty --update-refs")),
            Map.entry("rm", words("-r -f -n -q --cached --force --dry-run --quiet")),
            Map.entry("mv", words("-f -k -n -v --force --dry-run")),
            Map.entry(
                    "fetch",
                    words(
                            "-p -t -a -q -v -f --all --prune --tags --no-tags --depth --dry-run --quiet --verbose --unshallow --force")),
            Map.entry(
                    "pull", words("-q -v -r --rebase --no-rebase --ff-only --quiet --autostash --prune --tags --all")),
            Map.entry(
                    "push",
                    words(
                            "-u -f -q -v -n -d --set-upstream --force --force-with-lease --tags --all --delete --dry-run --quiet --no-verify --follow-tags --porcelain --atomic")),
            Map.entry(
                    "grep",
                    words(
                            "-n -i -l -L -c -v -w -E -F -P -h -H -o -e -q -r -A -B -C --cached --untracked --line-number --ignore-case --files-with-matches --count --name-only --heading --break --and --or --not --all-match --max-depth --perl-regexp --fixed-strings --word-regexp")),
            Map.entry("cherry-pick", words("-n -x -m --no-commit --abort --continue --skip --quit")),
            Map.entry("config", words("--get --list -l --get-all --local --global --show-origin --name-only")),
            Map.entry("cat-file", words("-t -s -p -e")),
            Map.entry("merge-base", words("--is-ancestor --all --fork-point --octopus")),
            Map.entry("name-rev", words("--tags --all --name-only")),
            Map.entry("worktree", words("-v --porcelain -b -f --detach")),
            Map.entry("init", words("-q -b --bare --quiet --initial-branch")),
            Map.entry("clean", words("-n -d -f -x -X -q --dry-run --force")));

    private static final String DIFF_LETTERS = "nUSGLlMCB";

    // Letters whose value may stand in the same word.
    private static final Map<String, String> VALUED_LETTERS = Map.ofEntries(
            Map.entry("status", "u"),
            Map.entry("blame", "LMC"),
            Map.entry("branch", "u"),
            Map.entry("tag", "nm"),
            Map.entry("stash", "m"),
            Map.entry("commit", "m"),
            Map.entry("checkout", "bB"),
            Map.entry("switch", "cC"),
            Map.entry("restore", "s"),
            Map.entry("merge", "m"),
            Map.entry("pull", "r"),
            Map.entry("grep", "eABC"),
            Map.entry("cherry-pick", "m"),
            Map.entry("worktree", "bB"),
            Map.entry("init", "b"));

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
        Set<String> plain = PLAIN.get(subcommand);
        if (plain == null) {
            draft.runsCode(
                    "it is not known what git " + subcommand + " runs", RUNNERS.contains(subcommand) ? "" : subcommand);
            plain = Set.of();
        }
        List<Word> arguments = draft.words.subList(at + 1, draft.words.size());
        boolean mayBeOption = true;
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            if (mayBeOption && word.text().equals("--")) {
                // Behind an option it may be its value: git log -S -- --output=f.
                mayBeOption = i > 0 && arguments.get(i - 1).isOption() && hasOption(arguments, i + 1);
            } else if (mayBeOption && (word.isOption() || word.mayBecomeOption())) {
                option(draft, subcommand, plain, word);
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
    // what
    // it is set to.
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

    private static void option(Invocation.Draft draft, String subcommand, Set<String> plain, Word word) {
        String text = word.text();
        int equals = text.indexOf('=');
        String name = equals > 0 ? text.substring(0, equals) : text;
        boolean isNumber = text.substring(1).chars().allMatch(Character::isDigit);
        boolean isKnown = word.isLiteral()
                && (isNumber
                        || plain.contains(name)
                        || (plain == DIFF && DIFF_VALUED.contains(name))
                        || isBundle(subcommand, plain, text));
        if (!isKnown) {
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

    // Behind a letter with a value stands that value, behind any other another letter: git grep -nOcurl runs curl.
    private static boolean isBundle(String subcommand, Set<String> plain, String text) {
        String valued = plain == DIFF ? DIFF_LETTERS : VALUED_LETTERS.getOrDefault(subcommand, "");
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (valued.indexOf(letter) >= 0) {
                return true;
            }
            if (!plain.contains("-" + letter)) {
                return false;
            }
        }
        return true;
    }

    private static void operand(Invocation.Draft draft, String subcommand, Word word) {
        if (REMOTES.contains(subcommand) && word.text().contains("::")) {
            draft.runsCode("\"" + word.text() + "\" may name a program that git runs as a remote", word.text());
        }
        boolean isAddress = word.text().contains("://") || word.text().matches("[^/:@{]+@[^/:{]+:.*");
        if (REMOTES.contains(subcommand) && isAddress) {
            draft.concerns("\"" + word.text() + "\" is an address that no remote's name stands for", word.text());
        }
        if (isAddress) {
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
