package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTextTest {

    @Test
    void cuts_by_columns_and_not_by_characters() {
        assertThat(EventText.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(EventText.cut("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(EventText.cut("白菜价格", 6)).isEqualTo("白菜…");
    }

    @Test
    void leaves_nothing_that_speaks_to_the_terminal() {
        assertThat(EventText.line("a\u001b[2Jb\u202ec\nd")).isEqualTo("a [2Jb c d");
        assertThat(EventText.printable("a\u001b[2J\n\tb")).isEqualTo("a\uFFFD[2J\n\tb");
    }
}
