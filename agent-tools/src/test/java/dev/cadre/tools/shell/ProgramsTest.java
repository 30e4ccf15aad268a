package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -la",
                "grep -rn foo src",
                "grep --include='*.java' -r x .",
                "rg -n --type java foo",
                "sort -rn -k2 f",
                "find . -name '*.java' -type f -maxdepth 2",
                "find src -newer README.md",
                "jq '.a | length' data.json",
                "sed -n 1,5p f",
                "sed 's/a/b/g' f",
                "sed -n '/foo/,/bar/p' f",
                "sed -e 's|a|b|' -e '/^$/d' f",
                "awk '{print $1}' f",
                "awk -F: '$3==0' f",
                "tar czf a.tgz src",
                "tar -xf a.tar",
                "git status -s",
                "git log --oneline -5",
                "git log --format='%h %s' --since='2 weeks ago'",
                "git diff --stat HEAD~1",
                "git show HEAD:README.md",
                "git commit -am x",
                "git -C sub status",
                "git --no-pager log",
                "mvn -q test",
                "npm run build",
                "python3 script.py",
                "python3 -m pytest",
                "cp a b",
                "mkdir -p a/b",
                "echo *",
                "date +%s",
                "tree -L 2",
                "git push -u origin main",
                "git branch -D x",
                "uniq -c",
                "xxd f",
            })
    void knows_everyday_calls_to_be_what_their_rule_means(String command) {
        assertThat(call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "find . -delete, false",
        "find . -exec rm {} ;, true",
        "find . -fprintf f x, true",
        "find . -newfangled, true",
        "sort --compress-program=curl f, true",
        "sort --compress-pro curl f, true",
        "sort -o f f, true",
        "sort -uof f, true",
        "rg --pre curl x, true",
        "rg -z x, true",
        "fdfind f -x curl, true",
        "tree -o f, true",
        "jq --rawfile x f ., true",
        "tar xPf a, true",
        "tar xf a --to-command=curl, true",
        "tar cf a -I curl f, true",
        "sed s/a/b/e f, true",
        "sed w/x f, true",
        "sed -i s/a/b/ f, false",
        "sed --in-plac s/a/b/ f, true",
        "sed -f x f, true",
        "awk 'BEGIN{system(\"x\")}', true",
        "awk '{print > \"f\"}' f, true",
        "awk -f x f, true",
        "git -c alias.x=!curl x, true",
        "git --exec-path=. status, true",
        "git log --output=f, true",
        "git diff --no-index a b, true",
        "git diff --ext-diff, true",
        "git grep -Ocurl x, true",
        "git ls-remote --uploa=curl ., true",
        "git fetch ext::curl, true",
        "git bisect run curl, true",
        "git config alias.x !curl, true",
        "git rebase -x curl, true",
        "python3 -c 1, true",
        "python3 -Ic 1, true",
        "python3, true",
        "perl -ne 1, true",
        "node -e 1, true",
        "vim -es +q, true",
        "man -P curl ls, true",
        "ssh -oProxyCommand=curl h, true",
        "bash f, false",
        "bash, true",
        "setsid ls, true",
        "sort *, true",
        "date -s x, false",
    })
    void tells_what_a_rule_on_the_program_does_not_mean(String command, boolean isHidden) {
        Invocation call = call(command.replace(" ;", " \\;").replace("!", "\\!"));

        boolean isSeen = call.concerns().isEmpty() && call.opaqueness().isPresent();
        assertThat(isSeen || !call.concerns().isEmpty()).isTrue();
        assertThat(call.concerns().stream().anyMatch(Concern::hidesCommands)).isEqualTo(isHidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"./x", "bin/x", "/ws/x", "python3 f", "node f.js", "sh f", "zsh -c ls", "busybox ls", "vim f"})
    void tells_programs_that_run_what_nobody_sees(String command) {
        assertThat(call(command).opaqueness()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cat a b | READ a, READ b",
                "grep x a | READ a",
                "grep -e x a | READ a",
                "grep -r x | READ_TREE .",
                "rg x src | READ_TREE src",
                "rm -rf a | WRITE a",
                "tee -a f | WRITE f",
                "sed -i s/a/b/ f | WRITE f",
                "uniq a b | READ a, READ b, WRITE b",
                "cp a b | UNKNOWN a, UNKNOWN b",
                "make -C/etc x | UNKNOWN /etc, UNKNOWN x",
                "mvn -Dx=../y | UNKNOWN ../y",
                "echo /etc/passwd | ''",
                "test -f a | READ a",
                "wc --files0-from=/etc/passwd | UNKNOWN /etc/passwd",
                "git -C /etc status | UNKNOWN /etc",
                "git show HEAD:a | READ HEAD:a, READ a",
                "find src -newer a -name b | READ src, READ a",
                "xargs -a f ls | READ f",
                "xargs -0a f ls | READ f",
                "xargs -raf ls | READ f",
                "xargs --arg-file f ls | READ f",
                "xargs --arg-file=f ls | READ f",
                "flock f ls | WRITE f",
            })
    void names_the_files_that_arguments_mean(String command, String files) {
        List<String> found = call(command.strip()).files().stream()
                .map(use -> use.kind() + " " + use.word().text())
                .toList();

        assertThat(String.join(", ", found)).isEqualTo(files.strip());
    }

    @Test
    void knows_system_folders_by_heart() {
        assertThat(call("/usr/bin/ls").opaqueness()).isEmpty();
        assertThat(call("/usr/bin/../../x/ls").opaqueness()).isPresent();
    }

    private static Invocation call(String command) {
        Analysis analysis = ShellAnalyser.analyse(command);
        assertThat(analysis).as(command).isInstanceOf(Analysis.Analysed.class);
        return analysis.invocations().get(0);
    }
}
