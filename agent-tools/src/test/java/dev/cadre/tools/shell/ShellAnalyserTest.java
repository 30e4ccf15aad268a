package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellAnalyserTest {

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("ls -la src", "[ls, -la, src]"),
                Arguments.of("  ls\t-a  ", "[ls, -a]"),
                Arguments.of("echo 'a b' \"c d\" e\\ f", "[echo, a b, c d, e f]"),
                Arguments.of("echo 'a'\"b\"c", "[echo, abc]"),
                Arguments.of("c'u'rl x", "[curl, x]"),
                Arguments.of("cu\\\nrl x", "[curl, x]"),
                Arguments.of("echo \"a\\\nb\"", "[echo, ab]"),
                Arguments.of("echo 'a\\\nb'", "[echo, a\\\nb]"),
                Arguments.of("echo \"\\$x \\a \\\"\"", "[echo, $x \\a \"]"),
                Arguments.of("echo '' \"\"", "[echo, , ]"),
                Arguments.of("echo a#b # c; d", "[echo, a#b]"),
                Arguments.of("# nothing", ""),
                Arguments.of("ls; pwd", "[ls] [pwd]"),
                Arguments.of("ls\npwd\n", "[ls] [pwd]"),
                Arguments.of("ls && pwd || true", "[ls] [pwd] [true]"),
                Arguments.of("ls |\n wc -l", "[ls] [wc, -l]"),
                Arguments.of("ls |& wc", "[ls] [wc]"),
                Arguments.of("ls & pwd &", "[ls] [pwd]"),
                Arguments.of("(cd src && ls); pwd", "[cd, src] [ls] [pwd]"),
                Arguments.of("{ ls; pwd; }", "[ls] [pwd]"),
                Arguments.of("! ls | wc", "[ls] [wc]"),
                Arguments.of("time -p ls", "[ls]"),
                Arguments.of("ls | time wc", "[ls] [time, wc] [wc]"),
                Arguments.of("echo {a,b}c x{1,}", "[echo, ac, bc, x1, x]"),
                Arguments.of("echo HEAD@{1} {} a{b}", "[echo, HEAD@{1}, {}, a{b}]"),
                Arguments.of("grep 'foo$' f", "[grep, foo$, f]"),
                Arguments.of("grep \"foo$\" f", "[grep, foo$, f]"),
                Arguments.of("grep foo$ f", "[grep, foo$, f]"),
                Arguments.of("ls 2>&1 >/dev/null <&- x", "[ls, x]"),
                Arguments.of("cat <<'E'\n$(curl x)\nE\nls", "[cat] [ls]"),
                Arguments.of("cat <<E <<-F\na\nE\n\tb\n\tF\nls", "[cat] [ls]"),
                Arguments.of("cat <<< 'x; y'", "[cat]"),
                Arguments.of("[ -f a ] && ls", "[[, -f, a, ]] [ls]"),
                Arguments.of("timeout -k 1 -s KILL 5 curl x", "[timeout, -k, 1, -s, KILL, 5, curl, x] [curl, x]"),
                Arguments.of(
                        "env -i nice -n 5 nohup curl",
                        "[env, -i, nice, -n, 5, nohup, curl]" + " [nice, -n, 5, nohup, curl] [nohup, curl] [curl]"),
                Arguments.of("bash -c 'ls; pwd'", "[bash, -c, ls; pwd] [ls] [pwd]"),
                Arguments.of("find . -exec rm {} \\;", "[find, ., -exec, rm, {}, ;] [rm, {}]"),
                Arguments.of("git ls-files | xargs grep x", "[git, ls-files] [xargs, grep, x] [grep, x]"),
                Arguments.of("<&- time -p x", "[time, -p, x] [x]"),
                Arguments.of("exec curl x", "[exec, curl, x] [curl, x]"),
                Arguments.of("set -euo pipefail; ls", "[set, -euo, pipefail] [ls]"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void reads_what_bash_reads(String command, String argvs) {
        Analysis analysis = ShellAnalyser.analyse(command);

        assertThat(analysis).isInstanceOf(Analysis.Analysed.class);
        assertThat(String.join(
                        " ",
                        all(analysis).stream()
                                .map(each -> each.argv().toString())
                                .toList()))
                .isEqualTo(argvs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo $HOME",
                "echo \"$x\"",
                "echo ${x}",
                "echo $(id)",
                "echo `id`",
                "echo \"`id`\"",
                "echo $((1))",
                "echo $'a'",
                "echo $\"a\"",
                "echo $[1]",
                "cat <(id)",
                "echo > >(id)",
                "x=1",
                "x=1 ls",
                "a[0]=1",
                "a+=b",
                "if true; then ls; fi",
                "for i in 1; do ls; done",
                "while true; do ls; done",
                "case a in a) ls;; esac",
                "f() { ls; }",
                "function f { ls; }",
                "[[ a ]]",
                "((1))",
                "coproc ls",
                "eval ls",
                ". f",
                "source f",
                "trap ls EXIT",
                "alias a=b",
                "export A=b",
                "declare x",
                "read x",
                "printf -v x y",
                "set -x",
                "set -o posix",
                "test -v 'a[$(id)]'",
                "exec > f",
                "exec -a x ls",
                "ls ~+",
                "ls > ~-/x",
                "ls a=~1",
                "ls > a=~",
                "exec -l bash",
                "cd",
                "cd -",
                "cd ~",
                "cd a b",
                "pushd x",
                "ls &&& pwd",
                "ls ;; pwd",
                "ls; ; pwd",
                "ls |",
                "&& ls",
                "ls &&",
                "(ls",
                "ls)",
                "{ ls",
                "{ ls }",
                "( )",
                "echo 'a",
                "echo \"a",
                "echo a\\",
                "cat <<E",
                "cat <<E\n$x\nE",
                "cat <<E\n\\\nE",
                "cat <<''\n\n",
                "ls > ",
                "ls > *",
                "ls > {a,b}",
                "ls >&x y 2>&z",
                "ls {fd}>x",
                "ls 123>x",
                "cat < /dev/tcp/a/1",
                "echo {1..9}",
                "echo {a,{b,c}}",
                "echo {,}",
                "l? x",
                "~/x",
                "$x",
                "*",
                "ls\rpwd",
                "ls\u00A0x",
                "ls \u202Ex",
                "ls \u0000",
                "\uFEFFls",
                "l\u0455 x",
                "env A=b ls",
                "env -S 'ls'",
                "env FOO=1",
                "timeout -x 5 ls",
                "bash -c 'echo $x'",
                "sh -c 'echo {a,b}'",
                "bash -c \"bash -c 'bash -c \\\"bash -c \\\\\\\"bash -c ls\\\\\\\"\\\"'\"",
                "ls \\\n&& \\\npwd &\\\n& ls",
                "sudo -x ls",
                "jobs -x ls",
                "time",
                "time -x ls",
                "command eval x",
                "builtin eval x",
                "echo !(a)",
                "ls a(b)",
            })
    void leaves_alone_what_it_can_not_tell(String command) {
        assertThat(ShellAnalyser.analyse(command)).isInstanceOf(Analysis.Unanalysable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash -c -x ls", "sh -c -- ls", "bash -c +x 'curl x'", "dash -ec -u ls"})
    void an_option_behind_the_c_of_a_shell_is_not_its_text(String text) {
        assertThat(ShellAnalyser.analyse(text).invocations())
                .singleElement()
                .satisfies(shell -> assertThat(shell.opaqueness()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls | xargs env",
                "ls | xargs -n1 stdbuf -oL",
                "ls | xargs timeout 5",
                "ls | xargs -I{} {}",
                "ls | xargs -I X env X",
                "ls | xargs -0IX timeout X 5 ls",
                "ls | xargs --replace nice -n {} {}",
                "ls | xargs -i timeout {} 5 ls",
                "ls | xargs --replace=@ @ x",
                "find . -exec {} \\;",
                "find . -execdir timeout {} 5 curl \\;",
                "find . -exec env {} +",
                "flock f -c 'curl x'",
                "sudo A=b curl x",
                "chrt --idle curl x",
                "taskset curl x"
            })
    void a_program_that_only_the_run_names_is_not_guessed(String text) {
        assertThat(ShellAnalyser.analyse(text)).isInstanceOf(Analysis.Unanalysable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ls | xargs --replace curl x, [curl x]",
        "ls | xargs --max-lines curl x, [curl x]",
        "find . -name -exec -exec curl x \\;, [curl x]",
        "find . -fprintf -exec -exec -exec curl x \\;, [curl x]",
        "find . -newer -exec -exec curl x {} +, [curl x {}]"
    })
    void the_program_behind_an_option_with_an_odd_value_is_seen(String text, String inner) {
        assertThat(ShellAnalyser.analyse(text).invocations().stream()
                        .flatMap(each -> each.inner().stream())
                        .map(each -> String.join(" ", each.argv()))
                        .toList())
                .hasToString(inner);
    }

    @Test
    void says_what_it_can_not_tell_and_where_and_what_stands_before() {
        Analysis analysis = ShellAnalyser.analyse("curl x; echo $y");

        assertThat(analysis).isInstanceOfSatisfying(Analysis.Unanalysable.class, unanalysable -> {
            assertThat(unanalysable.reason()).contains("$");
            assertThat(unanalysable.offset()).isEqualTo(14);
            assertThat(unanalysable.invocations().get(0).argv()).containsExactly("curl", "x");
        });
    }

    @Test
    void shows_what_an_inner_shell_runs_before_what_it_can_not_tell() {
        Analysis analysis = ShellAnalyser.analyse("bash -c 'curl x; $y'");

        assertThat(analysis).isInstanceOf(Analysis.Unanalysable.class);
        assertThat(analysis.invocations().get(0).inner().get(0).argv()).containsExactly("curl", "x");
    }

    @Test
    void keeps_to_its_limits() {
        assertThat(ShellAnalyser.analyse("echo " + "a".repeat(9_995))).isInstanceOf(Analysis.Analysed.class);
        assertThat(ShellAnalyser.analyse("echo " + "a".repeat(9_996))).isInstanceOf(Analysis.Unanalysable.class);
        assertThat(ShellAnalyser.analyse("true;".repeat(256))).isInstanceOf(Analysis.Analysed.class);
        assertThat(ShellAnalyser.analyse("true;".repeat(257))).isInstanceOf(Analysis.Unanalysable.class);
        assertThat(ShellAnalyser.analyse("( ".repeat(31) + "ls" + " )".repeat(31)))
                .isInstanceOf(Analysis.Analysed.class);
        assertThat(ShellAnalyser.analyse("( ".repeat(4_000))).isInstanceOf(Analysis.Unanalysable.class);
        assertThat(ShellAnalyser.analyse("echo " + "{a,b}".repeat(7))).isInstanceOf(Analysis.Unanalysable.class);
        assertThat(ShellAnalyser.analyse("cd a;cd b;cd c;cd d;cd e")).isInstanceOf(Analysis.Unanalysable.class);
    }

    @Test
    void names_files_that_bash_opens() {
        List<Invocation> all = all(ShellAnalyser.analyse("echo x >a 2>>b <c &>d >|e <>f >&g; (ls) > h"));

        assertThat(all.stream()
                        .flatMap(each -> each.redirects().stream())
                        .map(each -> (each.writes() ? ">" : "<") + each.target().text()))
                .containsExactly(">a", ">b", "<c", ">d", ">e", ">f", ">g", ">h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "cd src && X @ src",
                "cd src && ls && X @ src",
                "cd src && cd a && X @ src/a",
                "cd src && X && Y; X @ ., src",
                "cd src; X @ ., src",
                "cd src || X @ ., src",
                "true || cd src && X @ ., src",
                "! cd src && X @ ., src",
                "cd src | ls && X @ ., src",
                "(cd src) && X @ ., src",
                "{ cd src; } && X @ ., src",
                "cd src && (X) @ ., src",
                "cd src & X @ ., src",
                "cd /tmp && X @ /tmp",
                "command cd src && X @ src",
                "\\time exec builtin cd src && X @ .",
                "cd src && bash -c X @ src",
                "cd src; bash -c 'cd a && X' @ a, src/a",
                "bash -c 'cd src' && X @ .",
                "cd src && ls | X @ src",
                "true && { cd src && ls; } | X @ ., src",
                "(cd src && ls) | ls | X @ ., src",
                "cd src && cd a | X @ src",
                "cd src | cd a | X @ .",
                "cd src | (X) @ ., src",
                "cd src 2>/dev/null && X @ src",
            })
    void follows_directories_and_keeps_those_of_a_cd_that_may_have_failed(String command, String folders) {
        List<Invocation> all = all(ShellAnalyser.analyse(command.strip()));
        Invocation last = all.stream()
                .filter(each -> each.argv().get(0).equals("X"))
                .reduce((a, b) -> b)
                .orElseThrow();

        assertThat(String.join(", ", last.directories())).isEqualTo(folders.strip());
    }

    @Test
    void knows_wildcards_and_homes_by_sight() {
        Invocation ls =
                all(ShellAnalyser.analyse("ls *.a b? '*' \\? ~/x a~ --y=~")).get(0);

        assertThat(ls.words().stream().map(Word::isLiteral))
                .containsExactly(true, false, false, true, true, false, true, false);
        assertThat(ls.words().get(1).mayBecomeOption()).isTrue();
        assertThat(ls.words().get(2).mayBecomeOption()).isFalse();
    }

    private static List<Invocation> all(Analysis analysis) {
        return analysis.invocations().stream()
                .flatMap(each -> each.all().stream())
                .toList();
    }
}
