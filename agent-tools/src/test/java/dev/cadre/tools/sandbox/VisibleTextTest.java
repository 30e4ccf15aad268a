package dev.cadre.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain\ttext\n", "Grüße, 日本語, ελληνικά", "\ud83d\ude00 \u2764\ufe0f", "</tool_result>"})
    void leaves_text_as_it_is(String text) {
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void shows_what_a_terminal_would_obey() {
        assertThat(VisibleText.of("a\u001b[31mb\u0007\b\u0000\u009b\u007f"))
                .isEqualTo("a\\x1b[31mb\\x07\\x08\\x00\\x9b\\x7f");
    }

    @Test
    void shows_what_the_eye_would_not_see() {
        assertThat(VisibleText.of("a\u202eb\u200bc\u2066d\ufeff\u00ad\ud83d\udc68\u200d\ud83d\udc69"))
                .isEqualTo("a\\u202eb\\u200bc\\u2066d\\ufeff\\xad\ud83d\udc68\\u200d\ud83d\udc69");
        assertThat(VisibleText.of("\udb40\udc41\u2028\u3164\ue000")).isEqualTo("\\u{e0041}\\u2028\\u3164\\ue000");
        assertThat(VisibleText.of("\ud800x")).isEqualTo("\\ud800x");
    }

    @Test
    void makes_line_ends_of_windows_line_ends_and_shows_others() {
        assertThat(VisibleText.of("a\r\nb\rc\r")).isEqualTo("a\nb\\x0dc\\x0d");
    }

    @Test
    void replaces_malformed_bytes() {
        assertThat(VisibleText.of(new byte[] {'a', (byte) 0xff, (byte) 0xfe, 'b'}))
                .isEqualTo("a\ufffd\ufffdb");
    }
}
