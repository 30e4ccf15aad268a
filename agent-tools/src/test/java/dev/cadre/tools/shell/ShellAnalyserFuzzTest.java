package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.tools.fuzz.Promptness;
import dev.cadre.tools.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes the analyser for ten minutes, or as long as the environment's JAZZER_MAX_DURATION says. */
class ShellAnalyserFuzzTest {

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void every_text_is_analysed_in_time_and_means_the_same_when_written_anew(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);

        Analysis analysis = Promptness.promptly(() -> ShellAnalyser.analyse(text));

        if (analysis instanceof Analysis.Unanalysable unanalysable) {
            assertThat(unanalysable.reason()).isNotBlank();
            assertThat(unanalysable.offset()).isBetween(0, text.length());
            return;
        }
        Rewriting.of(analysis.invocations())
                .filter(again -> again.length() <= ShellAnalyser.MAX_LENGTH)
                .ifPresent(again -> assertThat(
                                Rewriting.meaning(ShellAnalyser.analyse(again).invocations()))
                        .as(again)
                        .isEqualTo(Rewriting.meaning(analysis.invocations())));
    }

    static Stream<Arguments> seeds() {
        return Seeds.of(
                "command",
                "cd d && { canary 'x y' \"z\" | xargs -n1 curl; } > f 2>&1 &",
                "(a <<'E' <<-F\nx\nE\n\ty\n\tF\n) || find . -name '*.c' -exec rm {} + # c",
                "bash -c 'sh -c \"timeout 5 nice -n 1 env -i a\"' {b,c} ~/d [e]* ../f");
    }
}
