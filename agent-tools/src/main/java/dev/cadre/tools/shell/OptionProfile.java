package dev.cadre.tools.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the options of programs some of whose options run other programs or write files. An option that is not listed is
 * taken to do either.
 *
 * @param flags short options without a value; # stands for a number
 * @param valued short options with one
 * @param longOptions long options, with a = at the end if they take a value
 * @param texts how many operands are no files
 * @param operands what happens to the others
 */
record OptionProfile(String flags, String valued, Set<String> longOptions, int texts, FileUse.Kind operands) {

    // program | flags | valued | long options | texts | operands. What runs programs or writes files is left out.
    private static final Map<String, OptionProfile> ALL = parse("""
            grep|abcEFGHhIilLnoPqRrsTuvwxyzZ0#|ABCmedD|--color --color= --include= --exclude= --exclude-dir= --recursive \
            --line-number --ignore-case --invert-match --word-regexp --count --files-with-matches --files-without-match \
            --only-matching --quiet --no-messages --with-filename --no-filename --extended-regexp --fixed-strings \
            --perl-regexp --max-count= --after-context= --before-context= --context= --null --text --regexp= --binary-files=|1|READ_TREE
            egrep=grep
            fgrep=grep
            rg|nilLcovwxsSFPHNuUapq.0#|tTgABCmMejrd|--type= --type-not= --glob= --iglob= --hidden --no-ignore --files \
            --files-with-matches --files-without-match --count --count-matches --line-number --no-line-number --ignore-case \
            --smart-case --case-sensitive --fixed-strings --word-regexp --max-count= --max-depth= --after-context= \
            --before-context= --context= --color= --no-heading --heading --json --multiline --only-matching --replace= \
            --sort= --stats --trim --vimgrep --with-filename --no-filename --column --passthru --regexp= --quiet \
            --follow --type-list --invert-match --pcre2 --no-messages|1|READ_TREE
            sort|bcCdfghiMnrRsuVzm|kt|--reverse --numeric-sort --unique --human-numeric-sort --version-sort --key= \
            --field-separator= --ignore-case --stable --zero-terminated --check|0|READ
            uniq|cdDiuz|fsw|--count --repeated --unique --ignore-case|0|READ
            shuf|ez|n|--echo --head-count=|0|READ
            tree|adfiLlpsughDFqNQxrtUcSJXACn|LIP|--dirsfirst --noreport --du --prune --gitignore --ignore-case -L|0|READ
            fd|HIsigaplL01u|tedEc|--type= --extension= --hidden --no-ignore --glob --max-depth= --exclude= --follow \
            --absolute-path|1|READ
            fdfind=fd
            jq|rcnsSeMCja|x|--raw-output --compact-output --null-input --slurp --sort-keys --exit-status --tab --join-output \
            --monochrome-output --color-output --indent=|1|READ
            file|bikLhz|F|--brief --mime --mime-type --dereference|0|READ
            xxd|bpuil|cglso||0|UNKNOWN
            unzip|lqtvZ||-l|0|READ
            zipinfo|1lhtvz|||0|READ
            cp|afinprRuvTxLPHl||--archive --force --interactive --no-clobber --recursive --update --verbose \
            --preserve --no-preserve= --preserve=|0|UNKNOWN
            ln|sfnvirTLP||--symbolic --force --relative --verbose|0|UNKNOWN
            """);

    /** Notes what a call does; returns false if the program is not listed. */
    static boolean describe(String program, Invocation.Draft draft) {
        OptionProfile profile = ALL.get(program);
        if (profile == null) {
            return false;
        }
        profile.describe(draft, program);
        return true;
    }

    private void describe(Invocation.Draft draft, String program) {
        List<Word> arguments = draft.arguments();
        FileUse.Kind kind = kind(program, arguments);
        int textsLeft = texts;
        boolean mayBeOption = true;
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            if (mayBeOption && word.text().equals("--") && word.isLiteral()) {
                mayBeOption = false;
            } else if (mayBeOption && (word.isOption() || word.mayBecomeOption())) {
                Arity arity = arity(word);
                if (arity == Arity.UNKNOWN) {
                    draft.runsCode("it is not known what \"" + word.text() + "\" makes of " + program, word.text());
                    if (word.isOption()) {
                        Programs.optionValue(draft, word);
                    } else {
                        draft.uses(word, kind);
                    }
                }
                boolean givesPattern = texts > 0
                        && (word.text().startsWith("-e") || word.text().startsWith("--regexp"));
                textsLeft = givesPattern ? 0 : textsLeft;
                i += arity == Arity.NEXT ? 1 : 0;
            } else if (textsLeft > 0) {
                textsLeft--;
            } else {
                draft.uses(word, kind);
            }
        }
        if (kind == FileUse.Kind.READ_TREE && draft.files.isEmpty()) {
            draft.uses(Word.literal("."), kind);
        }
        if (program.equals("uniq") && draft.files.size() > 1) {
            draft.uses(draft.files.get(1).word(), FileUse.Kind.WRITE);
        }
    }

    // grep reads a folder only when told to; rg always does.
    private FileUse.Kind kind(String program, List<Word> arguments) {
        boolean descends =
                program.equals("rg") || arguments.stream().map(Word::text).anyMatch(OptionProfile::isRecursive);
        return operands == FileUse.Kind.READ_TREE && !descends ? FileUse.Kind.READ : operands;
    }

    private static boolean isRecursive(String text) {
        boolean isBundle = text.startsWith("-") && !text.startsWith("--");
        return isBundle
                ? text.indexOf('r') > 0 || text.indexOf('R') > 0
                : text.startsWith("--") && text.contains("recursive");
    }

    private enum Arity {
        NONE,
        NEXT,
        UNKNOWN
    }

    private Arity arity(Word word) {
        String text = word.text();
        if (!word.isLiteral()) {
            return Arity.UNKNOWN;
        }
        if (text.startsWith("--")) {
            int equals = text.indexOf('=');
            if (equals > 0) {
                return longOptions.contains(text.substring(0, equals + 1)) ? Arity.NONE : Arity.UNKNOWN;
            }
            return longOptions.contains(text)
                    ? Arity.NONE
                    : longOptions.contains(text + "=") ? Arity.NEXT : Arity.UNKNOWN;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (valued.indexOf(c) >= 0) {
                return i == text.length() - 1 ? Arity.NEXT : Arity.NONE;
            }
            boolean isFlag = flags.indexOf(c) >= 0 && c != '#';
            boolean isNumber = c >= '0' && c <= '9' && flags.indexOf('#') >= 0;
            if (!isFlag && !isNumber) {
                return Arity.UNKNOWN;
            }
        }
        return Arity.NONE;
    }

    private static Map<String, OptionProfile> parse(String table) {
        Map<String, OptionProfile> profiles = new LinkedHashMap<>();
        table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 1) {
                int equals = line.indexOf('=');
                profiles.put(line.substring(0, equals), profiles.get(line.substring(equals + 1)));
            } else {
                Set<String> longOptions =
                        Set.copyOf(Arrays.asList(cells[3].strip().split("\\s+", -1)));
                profiles.put(
                        cells[0],
                        new OptionProfile(
                                cells[1],
                                cells[2],
                                longOptions,
                                Integer.parseInt(cells[4]),
                                FileUse.Kind.valueOf(cells[5])));
            }
        });
        return profiles;
    }
}
