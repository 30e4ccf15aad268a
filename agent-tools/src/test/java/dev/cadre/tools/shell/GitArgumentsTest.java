package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git",
                "git --version",
                "git log -n5",
                "git log -Sfoo",
                "git log -L1,5:f",
                "git log -- --output=f",
                "git diff -M90%",
                "git grep -A3 x",
                "git grep -ine x",
                "git status -uno",
                "git status -sb",
                "git tag -n3",
                "git commit -qmx",
                "git checkout -bx",
                "git config --get user.name",
                "git config --local --get user.name",
                "git config --list --show-origin",
                "git config -l",
            })
    void knows_everyday_calls(String command) {
        assertThat(Calls.call(command).concerns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git -C",
                "git log -zfoo --ext-diff",
                "git log *",
                "git config --local alias.x '!curl'",
                "git config --global alias.x '!curl'",
                "git config alias.x '!curl' --get",
                "git config",
            })
    void tells_what_may_run_commands(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    // Behind a letter without a value the next letter is another option.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "git grep -nOcurl x",
                "git grep -inO./x x",
                "git diff -pOf",
                "git log -wOf",
                "git commit -qFf",
                "git commit -aFf",
                "git tag -aFf",
                "git add -ni",
                "git branch -vfoo",
            })
    void reads_every_letter_of_a_bundle(String command) {
        assertThat(Calls.hidesCommands(command)).isTrue();
    }

    @Test
    void spells_the_subcommand_unless_its_arguments_are_commands() {
        assertThat(Calls.call("git notes").concerns())
                .extracting(Concern::spelling)
                .isEqualTo(List.of("notes"));
        assertThat(Calls.call("git bisect").concerns())
                .extracting(Concern::spelling)
                .isEqualTo(List.of(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git -C a push | 3",
                "git --no-pager log | 2",
                "/usr/bin/git -C a push | 3",
                "git -C | 2",
                "git | 1",
                "ls -l x | 1",
            })
    void the_subcommand_stands_behind_the_options_of_git_alone(String command, int at) {
        assertThat(Calls.call(command).subcommandAt()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git log -- -x | READ -x",
                "git log -p f | READ f",
                "git push a | UNKNOWN a",
                "git log --output=f | UNKNOWN f",
                "git show HEAD: | READ HEAD:",
                "git show HEAD:f | READ HEAD:f, READ f",
                "git show :0:f | READ :0:f, READ 0:f, READ f",
                "git show ':(top)f' | READ :(top)f, READ f",
                "git show :/f | READ :/f, READ /f, READ f",
                "git log -L1,5:f | READ 1,5:f, READ f",
                "git log -L:main:f | READ :main:f, READ main:f, READ f",
                "git log -L 1,5:f | READ 1,5:f, READ f",
                "git log -pL1,5:f | READ 1,5:f, READ f",
            })
    void names_the_files_that_arguments_mean(String command, String files) {
        assertThat(Calls.files(command)).isEqualTo(files);
    }
}
