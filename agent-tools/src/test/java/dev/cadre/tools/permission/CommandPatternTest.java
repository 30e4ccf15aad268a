package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandPatternTest {

    @ParameterizedTest(name = "{0} and {1}: covers {2}, touches {3}")
    @CsvSource({
        "ls, ls, true, true",
        "ls, ls -a, false, false",
        "ls *, ls, true, true",
        "ls *, ls -a, true, true",
        "ls *, lsof, false, false",
        "ls:*, ls -a, true, true",
        "ls*, lsof -i, true, true",
        "npm run test:*, npm run test, true, true",
        "npm run test:*, npm run test:unit, false, false",
        "npm run test*, npm run test:unit --x, true, true",
        "git * main, git push main, true, true",
        "git * main, git push evil main, false, true",
        "git * main, git main, false, true",
        "* --version, java --version, true, true",
        "* --version, ./evil --version, false, true",
        "./gradlew test:*, ./gradlew test --info, true, true",
        "*curl*, wget curl.example, false, true",
        "rm -rf:*, rm -fr x, false, true",
        "rm -rf:*, rm -r -f x, false, true",
        "rm -rf:*, rm --recursive --force x, false, true",
        "rm -rf:*, rm -Rf x, false, true",
        "rm -rf:*, rm --recursive -f x, false, true",
        "rm -rf:*, rm --rec --for x, false, true",
        "rm -rf:*, rm --verbose x, false, false",
        "rm -rf:*, rm -i x, false, false",
        "rm -rf:*, rm x, false, false",
        "git push --force:*, git push -f, false, true",
        "git push --force:*, git push origin, false, false",
        "git push --force:*, git push -u origin main, false, false",
        "git push --force:*, git push -uf origin main, false, true",
        "git push --force:*, git push --forc, false, true",
        "git push -f:*, git push --tags, false, false",
        "git push -f:*, git push --force, false, true",
        "git push -f:*, git push -vf, false, true",
        "git reset --hard:*, git reset -q f, false, false",
        "git commit --no-verify:*, git commit -m x, false, false",
        "git commit --no-verify:*, git commit -nm x, false, true",
        "git branch -D:*, git branch -d x, false, false",
        "tar --extract:*, tar -xf a.tar, false, true",
        "npm publish:*, npm --silent publish, false, true",
        "npm publish:*, npm --prefix d publish --tag x, false, true",
        "npm publish:*, npm run publish, false, false",
        "npm publish, npm --silent publish, false, true",
        "npm publish, npm --silent publish x, false, false",
        "kubectl delete:*, kubectl -n prod delete pod, false, true",
        "docker compose down:*, docker --context c compose -f x down, false, true",
    })
    void compares_words(String pattern, String command, boolean covers, boolean touches) {
        CommandPattern compiled = CommandPattern.compile(pattern);
        List<String> argv = List.of(command.split(" "));

        assertThat(compiled.covers(argv)).as("covers").isEqualTo(covers);
        assertThat(compiled.touches(argv)).as("touches").isEqualTo(touches);
    }

    @Test
    void reads_quotes_as_a_shell_does() {
        CommandPattern pattern = CommandPattern.compile("git log --format=\"%h, %s\":*");

        assertThat(pattern.covers(List.of("git", "log", "--format=%h, %s", "-5")))
                .isTrue();
        assertThat(pattern.covers(List.of("git", "log", "--format=%h,", "%s"))).isFalse();
        assertThat(CommandPattern.compile("grep 'a*'").covers(List.of("grep", "a*")))
                .isTrue();
        assertThat(CommandPattern.compile("grep 'a*'").covers(List.of("grep", "aaa")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":*",
                " *",
                "a; b",
                "a && b",
                "a | b",
                "echo $HOME",
                "echo \"$HOME\"",
                "echo `id`",
                "echo 'a",
                "git:* push",
                "a > b",
            })
    void refuses_what_is_no_single_command(String specifier) {
        assertThatThrownBy(() -> CommandPattern.compile(specifier)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tells_wildcards_that_mean_more_than_was_thought_of() {
        assertThat(CommandPattern.compile("git * main").hasInnerWildcard()).isTrue();
        assertThat(CommandPattern.compile("git log *").hasInnerWildcard()).isFalse();
        assertThat(CommandPattern.compile("git log").isExact()).isTrue();
        assertThat(CommandPattern.compile("git log:*").isExact()).isFalse();
    }
}
