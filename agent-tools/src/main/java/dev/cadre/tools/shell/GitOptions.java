package dev.cadre.tools.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the options of a subcommand of {@code git} that neither run programs nor write files.
 *
 * @param plain options as they are written; some take values
 * @param valued further options, which take values
 * @param letters short options whose value may stand in the same word
 */
record GitOptions(Set<String> plain, Set<String> valued, String letters) {

    /** Includes no option. */
    static final GitOptions NONE = new GitOptions(Set.of(), Set.of(), "");

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

    /** Returns those of a subcommand; empty if it is not known what it does. */
    static Optional<GitOptions> of(String subcommand) {
        return Optional.ofNullable(PLAIN.get(subcommand))
                .map(plain -> plain == DIFF
                        ? new GitOptions(DIFF, DIFF_VALUED, DIFF_LETTERS)
                        : new GitOptions(plain, Set.of(), VALUED_LETTERS.getOrDefault(subcommand, "")));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Returns whether an option is among them: alone, with its value, as a number, or as a bundle of letters. */
    boolean include(String option) {
        int equals = option.indexOf('=');
        String name = equals > 0 ? option.substring(0, equals) : option;
        return option.substring(1).chars().allMatch(Character::isDigit)
                || plain.contains(name)
                || valued.contains(name)
                || isBundle(option);
    }

    // Behind a letter with a value stands that value, behind any other another letter: git grep -nOcurl runs curl.
    private boolean isBundle(String option) {
        for (int i = 1; i < option.length(); i++) {
            char letter = option.charAt(i);
            if (letters.indexOf(letter) >= 0) {
                return true;
            }
            if (!plain.contains("-" + letter)) {
                return false;
            }
        }
        return true;
    }
}
