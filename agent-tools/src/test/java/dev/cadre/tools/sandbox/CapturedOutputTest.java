package dev.cadre.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturedOutputTest {

    @TempDir
    private Path folder;

    @Test
    void reads_short_output_whole() throws IOException {
        assertThat(read("a".repeat(2 * CapturedOutput.KEPT))).isEqualTo("a".repeat(2 * CapturedOutput.KEPT));
    }

    @Test
    void leaves_the_middle_of_long_output_out() throws IOException {
        String text = "h".repeat(CapturedOutput.KEPT) + "middle" + "t".repeat(CapturedOutput.KEPT);

        assertThat(read(text))
                .isEqualTo(
                        "h".repeat(CapturedOutput.KEPT) + "\n… 6 bytes left out …\n" + "t".repeat(CapturedOutput.KEPT));
    }

    @Test
    void cuts_no_character() throws IOException {
        for (String character : new String[] {"é", "日", "\ud83d\ude00"}) {
            for (int shift = 0; shift < 4; shift++) {
                String text = "x".repeat(shift) + character.repeat(CapturedOutput.KEPT) + "y".repeat(shift);

                assertThat(read(text)).doesNotContain("\ufffd");
            }
        }
    }

    private String read(String text) throws IOException {
        Path file = folder.resolve("out");
        Files.writeString(file, text);
        try (FileChannel channel = FileChannel.open(file)) {
            return CapturedOutput.read(channel);
        }
    }
}
