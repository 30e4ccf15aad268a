package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.allowing;
import static dev.cadre.tools.permission.Calls.bash;
import static dev.cadre.tools.permission.Calls.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternEdgesTest {

    @ParameterizedTest
    @CsvSource({"git lo*:*, true", "git lo*, false", "git log, false", "g* log, true", "*, false"})
    void a_wildcard_before_an_open_end_is_an_inner_one(String pattern, boolean isInner) {
        assertThat(CommandPattern.compile(pattern).hasInnerWildcard()).isEqualTo(isInner);
    }

    @ParameterizedTest
    @CsvSource({
        "curl:*, curl, false, true",
        "curl:*, c*, true, true",
        "curl:*, c*, false, false",
        "cu*, curl, false, true",
        "cu*, c*, true, false",
        "* --version, curl, false, false",
    })
    void a_pattern_names_the_program_it_starts_with(String pattern, String program, boolean isGlob, boolean isNamed) {
        assertThat(CommandPattern.compile(pattern).names(program, isGlob)).isEqualTo(isNamed);
    }

    @ParameterizedTest
    @CsvSource({
        "git p*, git, true",
        "git p*, ls, false",
        "*curl*, ls, true",
        "git push:*, git, true",
        "git push:*, ls, false",
    })
    void a_restriction_may_mean_a_program_whose_words_are_not_known(String pattern, String program, boolean mayTouch) {
        List<String> argv = List.of(program, CommandPattern.UNKNOWN);

        assertThat(CommandPattern.compile(pattern).mayTouch(argv, false)).isEqualTo(mayTouch);
    }

    @ParameterizedTest
    @CsvSource({
        "g* push:*, git push x, true",
        "g* push:*, git pull x, false",
        "rm -rf x:*, rm -fr x y, true",
        "rm -rf x:*, rm -fr z, false",
        "rm -rf:*, rm -- x, false",
    })
    void a_restriction_means_every_spelling(String pattern, String command, boolean touches) {
        assertThat(CommandPattern.compile(pattern).touches(List.of(command.split(" "))))
                .isEqualTo(touches);
    }

    @Test
    void a_path_can_not_start_with_nul() {
        assertThatThrownBy(() -> PathPattern.compile("\0a")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"//**, /, true", "**, /ws, false", "/a, /ws/sub/a, false", "a, /ws/sub/a, true", "a/, /ws/sub/a/b, true"
    })
    void an_approval_of_a_path_starts_where_its_slash_says(String pattern, String path, boolean isMeant) {
        assertThat(PathPattern.compile(pattern)
                        .matches(PathNames.of(path), new Places("/ws", "/home/v"), PathPattern.Reading.NARROW))
                .isEqualTo(isMeant);
    }

    @Test
    void what_means_all_of_a_folder_leads_into_the_topmost_one_only_in_part() {
        PathSegments all = PathSegments.compile("*");

        assertThat(all.leadsInto(PathNames.of(""), 0, PathPattern.Extent.SOME)).isTrue();
        assertThat(all.leadsInto(PathNames.of(""), 0, PathPattern.Extent.ALL)).isFalse();
    }

    @Test
    void a_wildcard_may_mean_a_link_that_leads_out() {
        PermissionPolicy policy = allowing(PermissionMode.DEFAULT, "Bash");

        assertThat(policy.decide(bash("cat *")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(policy.decide(bash("cat a*")).verdict()).isEqualTo(Verdict.ASK);
        assertThat(policy.decide(bash("cat a*", Sandboxing.ACTIVE)).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, needs an approval",
        "PLAN, is denied",
        "DONT_ASK, is denied",
        "ACCEPT_EDITS, is allowed",
    })
    void a_mode_says_what_becomes_of_a_call(PermissionMode mode, String outcome) {
        assertThat(allowing(mode).decide(write("a")).reason())
                .contains("a call that writes \"a\" inside the workspace " + outcome);
    }
}
