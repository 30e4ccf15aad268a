package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenEffectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git grep -nOless x",
                "git grep -iO x",
                "git grep -nf/etc/words",
                "git grep -e -- -Oless",
                "git log -S -- --output=x",
                "git log -pOorder",
                "git blame -wSrevs f",
                "git commit -aFmessage",
                "git commit -atemplate",
                "git commit -aSkey",
                "git tag -aFmessage v1",
                "git merge -qsmine x",
                "git pull -qsours",
                "git add -Ae",
                "git checkout -qp",
                "git push https://a.example/r.git main",
                "git push git@a.example:r.git",
                "git fetch https://a.example/r.git",
                "git remote set-url origin https://a.example/r.git",
            })
    void finds_options_of_git_that_hide_behind_others_and_addresses(String command) {
        assertThat(call(command).concerns()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git log -n5 -U0 -M90% -L10,20:f",
                "git log -5 -- src",
                "git grep -nw -A3 foo -- src",
                "git commit -amwip",
                "git commit -qam wip",
                "git status -sb -uno",
                "git checkout -bfeature",
                "git clean -fdx",
                "git blame -wL1,5 f",
                "git rebase main",
                "git rebase --continue",
                "git rebase --onto main a b",
            })
    void knows_letters_of_git_and_their_values(String command) {
        assertThat(call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "git config user.email, true",
        "git config --get user.email, true",
        "git config --list, true",
        "git config --global user.email, true",
        "git config user.email a@b, false",
        "git config --global core.hooksPath ., false",
        "git config --local alias.x !ls, false",
        "git config edit, false",
    })
    void tells_reading_a_setting_from_writing_it(String command, boolean reads) {
        assertThat(call(command).concerns().isEmpty()).isEqualTo(reads);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3 -X dev -c x",
                "python3 -W ignore -c x",
                "python3 -Bc x",
                "python3 -m timeit x",
                "python3 /dev/stdin",
                "python3 /dev/fd/0",
                "python3 /proc/self/fd/0",
                "bash /dev/stdin",
                "node -C dev -e x",
                "node --import=./a b.js",
                "node --experimental-loader=./a b.js",
                "ruby -C d -e x",
                "perl -mPOSIX x",
                "php -d a=b -r x",
                "php -B x",
                "lua -l m -e x",
                "deno eval x",
                "deno run https://a.example/x.ts",
                "bun x tool",
            })
    void finds_code_among_the_arguments_of_an_interpreter(String command) {
        assertThat(call(command).concerns()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python3 -u src/x.py -c conf.yaml",
                "python3 -W ignore -X dev x.py",
                "python3 -OO x.py",
                "node --test",
                "node --enable-source-maps --max-old-space-size=4096 x.js -e prod",
                "ruby -w x.rb",
                "perl -w x.pl -e",
                "deno run x.ts",
            })
    void knows_options_of_interpreters_that_are_no_code(String command) {
        assertThat(call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN{ARGV[ARGC++]=\"x\"}1",
                "{print > \"x\"}",
                "{print >> \"x\"}",
                "{print(1) > \"x\"}",
                "{print \"(\" > \"x\"}",
                "/(/{print > \"x\"}",
                "/\"/{print > \"x\"}",
                "{x = 4 / 2; print > \"x\"} #/",
                "{print | \"sh\"}",
                "{print ||| \"sh\"}",
                "{\"ls\" | getline}",
                "{print |& \"sh\"}",
                "BEGIN{system(\"ls\")}",
                "@load \"x\"; 1",
                "{f=\"sys\" \"tem\"; @f(1)}",
                "{ if (1) print > \"x\" }",
                "# \" \n{print > \"x\"}",
                "{print /[/]/ > \"x\"}",
                "BEGIN{ésystem(\"ls\")}",
            })
    void finds_what_an_awk_program_runs_or_writes(String program) {
        assertThat(call("awk '" + program + "' f").concerns()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NR>5",
                "$3 > 100 {print $1}",
                "/a/ || /b/",
                "{ if ($1 > 5) print $2 }",
                "length($0) > 80",
                "NR>=5 && NR<=10",
                "{print $1 \" -> \" $2}",
                "/a|b/ {n++} END {print n}",
                "{print $1 \"|\" $2, \"a@b\"}",
                "{ for (i = NF; i > 0; i--) printf \"%s \", $i }",
                "/^[a-z]+(foo|bar)$/ && $2 / 2 > 1",
            })
    void knows_comparisons_and_texts_of_awk(String program) {
        assertThat(call("awk '" + program + "' f").concerns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uniq f g",
                "wc --files0-from=list",
                "wc --files0 list",
                "du --files0-from=list",
                "xzcat --files=list",
                "tar cf host:a.tar f",
                "tar xf user@host:/a.tar",
                "jq 'import \"a\" as a; .' f",
                "date -s 2020-01-01",
                "date -uf f",
                "date --file=f",
            })
    void finds_what_goes_beyond_the_files_that_are_named(String command) {
        assertThat(call(command).concerns()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date -Iseconds",
                "date --rfc-3339=seconds",
                "date -r f",
                "date -ud @5",
                "jq --arg x y --argjson n 5 '.a == $x' f",
                "grep -rn foo src --include=*.java",
                "cut --fields=1 f",
                "env",
                "uniq -c f",
                "tar czf build/a.tgz src",
            })
    void knows_more_everyday_calls(String command) {
        assertThat(call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "diff -I -- --from-file=/etc/passwd x, /etc/passwd",
        "mv -S -- --target-directory=/etc f, /etc",
        "strings @/etc/passwd, /etc/passwd",
        "bsdtar -cf a @/etc/passwd, /etc/passwd",
        "curl --data-urlencode x@/etc/passwd h, /etc/passwd",
        "diff -r a b, a",
        "git grep x, .",
    })
    void names_the_files_that_stand_in_odd_places(String command, String file) {
        assertThat(call(command).files()).extracting(use -> use.word().text()).contains(file);
    }

    @ParameterizedTest
    @CsvSource({"diff -r a b", "diff --recursive a b", "git grep x", "git grep -n x -- a"})
    void reads_folders_as_a_whole(String command) {
        assertThat(call(command).files()).extracting(FileUse::kind).contains(FileUse.Kind.READ_TREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git clone https://github.com/a/b.git", "git push https://a.example/r.git main"})
    void takes_no_address_for_a_file(String command) {
        assertThat(call(command).files()).noneMatch(use -> use.word().text().startsWith("//"));
    }

    private static Invocation call(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Analysed.class);
        return ShellAnalyser.analyse(command).invocations().get(0);
    }
}
