package dev.cadre.tools.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists the options of programs some of whose options run other programs or write files. An option that is not listed is
 * taken to do either.
 *
 * @param flags short options without a value; # stands for a number
 * @param valued short options with one; behind a ; those whose value is a file
 * @param longOptions long options, with a = at the end if they take a value, and =@ if it is a file
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
            zip|rqjuvoyXDeg0#|xin|--recurse-paths --quiet --junk-paths --exclude= --include= --update --symlinks|0|UNKNOWN
            curl|sSfLkIivgGN0#46|XHAemuUwryYdF;objcDT|--silent --show-error --fail --location --insecure --head --include \
            --verbose --compressed --get --request= --header= --user-agent= --max-time= --connect-timeout= --retry= \
            --retry-delay= --user= --referer= --write-out= --http1.1 --http2 --fail-with-body --no-progress-meter \
            --progress-bar --data= --data-raw= --data-binary= --data-urlencode= --data-ascii= --json= --form= \
            --output=@ --output-dir=@ --create-dirs --cookie=@ --cookie-jar=@ --upload-file=@ --cacert=@ --netrc-file=@ \
            --dump-header=@|0|UNKNOWN
            wget|qcNSvndrpkH46|tTwUl;OPi|--quiet --continue --no-verbose --timeout= --tries= --user-agent= --header= \
            --output-document=@ --directory-prefix=@ --input-file=@ --post-file=@ --body-file=@ --post-data= \
            --no-check-certificate --spider --recursive --no-parent --show-progress|0|UNKNOWN
            make|ksBiqwtnRrepj0#|lW;fCIo|--silent --keep-going --always-make --dry-run --jobs --jobs= --directory=@ --file=@ \
            --makefile=@ --no-print-directory --quiet --version --help|0|UNKNOWN
            gmake=make
            split|dxeu|abClnt|--numeric-suffixes --bytes= --lines= --number= --suffix-length= --verbose|0|UNKNOWN
            patch|NREbfslt0#|pFV;iodr|--dry-run --forward --reverse --strip= --input=@ --output=@ --directory=@ --verbose \
            --quiet|0|UNKNOWN
            install|CDdpsvT|mog;t|--directory --mode= --owner= --group= --target-directory=@ --verbose|0|UNKNOWN
            dpkg|lLsSW|f|--list --status --search --listfiles --print-architecture --get-selections --version|0|UNKNOWN
            rpm|qalfcdRv||--query --all --list --version|0|UNKNOWN
            apt-get|yqsfmd||--yes --quiet --no-install-recommends --assume-yes --simulate --dry-run --version|0|UNKNOWN
            apt=apt-get
            apt-cache=apt-get
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
                boolean isNext = arity == Arity.NEXT && i + 1 < arguments.size();
                if (arity != Arity.UNKNOWN) {
                    value(draft, word, isNext ? arguments.get(i + 1) : null);
                }
                i += isNext ? 1 : 0;
            } else if (textsLeft > 0) {
                textsLeft--;
            } else {
                draft.uses(word, kind);
                if (kind == FileUse.Kind.UNKNOWN) {
                    EmbeddedFiles.note(draft, word);
                }
            }
        }
        if (kind == FileUse.Kind.READ_TREE && draft.files.isEmpty()) {
            draft.uses(Word.literal("."), kind);
        }
        ArgumentLanguages.describe(program, draft);
        if (program.equals("uniq") && draft.files.size() > 1) {
            draft.uses(draft.files.get(1).word(), FileUse.Kind.WRITE);
        }
    }

    // Of a value that is no file, only what it marks as one is.
    private void value(Invocation.Draft draft, Word option, @Nullable Word next) {
        String text = option.text();
        int equals = text.indexOf('=');
        boolean isLong = text.startsWith("--");
        int letter = 1;
        while (!isLong && letter < text.length() && valued.indexOf(text.charAt(letter)) < 0) {
            letter++;
        }
        int start = isLong ? equals + 1 : Math.min(letter + 1, text.length());
        boolean isAttached = start > 0 && start < text.length();
        Word value = next != null ? next : isAttached ? Word.literal(text.substring(start)) : null;
        if (value == null) {
            return;
        }
        String name = isLong && equals > 0 ? text.substring(0, equals) : text;
        boolean isFile = isLong
                ? longOptions.contains(name + "=@")
                : letter < text.length()
                        && valued.indexOf(text.charAt(letter)) > valued.indexOf(';')
                        && valued.indexOf(';') >= 0;
        if (isFile) {
            draft.uses(value, FileUse.Kind.UNKNOWN);
        } else if (value.text().startsWith("@")
                || value.text().contains("=@")
                || value.text().contains("=<")) {
            EmbeddedFiles.note(draft, value);
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
                String name = text.substring(0, equals + 1);
                return longOptions.contains(name) || longOptions.contains(name + "@") ? Arity.NONE : Arity.UNKNOWN;
            }
            return longOptions.contains(text)
                    ? Arity.NONE
                    : longOptions.contains(text + "=") || longOptions.contains(text + "=@")
                            ? Arity.NEXT
                            : Arity.UNKNOWN;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ';' && valued.indexOf(c) >= 0) {
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
