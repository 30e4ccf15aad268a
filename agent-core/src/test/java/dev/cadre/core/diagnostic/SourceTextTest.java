package dev.cadre.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo\nthree", "one\rtwo\rthree", "one\r\ntwo\r\nthree"})
    void finds_lines_with_every_line_ending(String text) {
        SourceText source = new SourceText("x", text);

        Span two = source.span(text.indexOf("two"), 3);

        assertThat(two.line()).isEqualTo(2);
        assertThat(two.column()).isEqualTo(1);
        assertThat(two.endColumn()).isEqualTo(4);
        assertThat(source.line(2)).isEqualTo("two");
        assertThat(source.line(3)).isEqualTo("three");
        assertThat(source.line(4)).isEmpty();
    }

    @Test
    void counts_columns_in_utf_16_code_units() {
        SourceText source = new SourceText("x", "a\n😀b");

        assertThat(source.span(4, 1).column()).isEqualTo(3);
    }

    @Test
    void finds_earlier_lines_after_later_ones() {
        SourceText source = new SourceText("x", "a\nb\nc\n");

        assertThat(source.span(4, 1).line()).isEqualTo(3);
        assertThat(source.span(0, 1).line()).isEqualTo(1);
        assertThat(source.span(2, 3).endLine()).isEqualTo(3);
    }

    @Test
    void moves_places_outside_the_text_to_its_end() {
        SourceText source = new SourceText("x", "ab\n");

        assertThat(source.span(10, 5)).isEqualTo(new Span(2, 1, 2, 1, 3, 0));
    }
}
