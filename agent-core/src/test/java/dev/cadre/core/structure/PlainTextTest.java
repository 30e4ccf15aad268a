package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**bold** and *soft* | bold and soft",
                "`code_with_marks*` stays | code_with_marks* stays",
                "snake_case stays, _soft_ not | snake_case stays, soft not",
                "a * b | a * b",
                "[text](url) and [brackets] | text and [brackets]",
                "[open | [open",
                "\\*literal\\* | *literal*",
                "``a `tick` inside`` | a `tick` inside",
                "`open | `open",
                "**Lead**:   many   blanks | Lead: many blanks",
            })
    void takes_markup_out(String raw, String text) {
        assertThat(PlainText.of(raw)).isEqualTo(text);
    }
}
