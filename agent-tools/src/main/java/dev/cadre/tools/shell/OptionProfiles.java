package dev.cadre.tools.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists the programs some of whose options run other programs or write files. */
final class OptionProfiles {

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
            --monochrome-output --color-output --indent= --arg== --argjson==|1|READ
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

    private OptionProfiles() {}

    /** Returns what is known of a program's options; empty if it is not listed. */
    static Optional<OptionProfile> of(String program) {
        return Optional.ofNullable(ALL.get(program));
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
