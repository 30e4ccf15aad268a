package dev.cadre.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds our decoder against the JDK's strict one. */
class Utf8Test {

    @Property(tries = 500)
    void gives_texts_back(@ForAll String text) {
        String whole = text.replace("\0", "").replaceAll("[\\uD800-\\uDFFF]", "😀");
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);

        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(whole);
    }

    @Property(tries = 2000)
    void refuses_what_the_jdk_refuses(@ForAll @Size(max = 12) byte[] bytes) {
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(strict(bytes));
    }

    @Test
    void agrees_on_every_sequence_of_three_bytes_after_a_lead_byte() {
        byte[] bytes = {'a', 0, 0, 0, 'z'};
        for (int first = 0xC0; first < 0x100; first++) {
            for (int second = 0x70; second < 0xD0; second += 3) {
                for (int third = 0x70; third < 0xD0; third += 5) {
                    bytes[1] = (byte) first;
                    bytes[2] = (byte) second;
                    bytes[3] = (byte) third;
                    assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(strict(bytes));
                }
            }
        }
    }

    @Test
    void agrees_on_every_code_point_alone_and_cut() {
        for (int point = 1; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 37) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(Character.toString(point));
                assertThat(Utf8.decode(bytes, 0, bytes.length - 1)).isEqualTo(bytes.length == 1 ? "" : null);
            }
        }
    }

    private static @Nullable String strict(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
