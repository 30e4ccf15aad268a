package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionProfileTest {

    private static final OptionProfile PROFILE =
            new OptionProfile("#ab", ";fg", Set.of("--flag", "--value=", "--file=@"), 0, FileUse.Kind.READ);

    @ParameterizedTest
    @CsvSource({
        "-a, NONE",
        "-ab, NONE",
        "-0, NONE",
        "-9, NONE",
        "-a10b, NONE",
        "-:, UNKNOWN",
        "-/, UNKNOWN",
        "-#, UNKNOWN",
        "-;, UNKNOWN",
        "-z, UNKNOWN",
        "-f, NEXT",
        "-af, NEXT",
        "-fa, NONE",
        "--flag, NONE",
        "--flag=x, UNKNOWN",
        "--value, NEXT",
        "--value=x, NONE",
        "--file, NEXT",
        "--file=x, NONE",
        "--fla, UNKNOWN",
    })
    void an_option_takes_what_the_list_says(String option, OptionProfile.Arity arity) {
        assertThat(PROFILE.arity(Word.literal(option))).isEqualTo(arity);
    }

    @ParameterizedTest
    @CsvSource({
        "-a, '', false",
        "-afx, x, true",
        "-gx, x, true",
        "--flag, '', false",
        "--value=x, x, false",
        "--file=x, x, true",
        "--file, '', true",
    })
    void a_value_stands_behind_its_letter_or_its_equals_sign(String option, String attached, boolean isFile) {
        assertThat(PROFILE.value(option)).isEqualTo(new OptionProfile.Value(attached, isFile));
    }
}
