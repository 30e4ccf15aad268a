package dev.cadre.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the filter as the kernel would. */
class SystemCallFilterTest {

    private static final long ALLOWED = 0x7fff0000L;
    private static final long REFUSED = 0x00050000L;

    @ParameterizedTest
    @CsvSource({
        // read, socket(AF_UNIX), socket(AF_INET) and other machines' numbers of what is refused
        "c000003e, 0, 0",
        "c000003e, 41, 1",
        "c000003e, 41, 2",
        "c000003e, 217, 0",
        "c000003e, 1, 40",
        "40000003, 3, 0",
        "40000003, 359, 2",
        "40000003, 102, 3",
        "40000003, 250, 0",
        "c00000b7, 63, 0",
        "c00000b7, 198, 1",
        "c00000b7, 248, 0",
        "c00000f3, 63, 0",
        "c00000f3, 198, 10",
    })
    void lets_other_calls_through(String architecture, int call, int argument) {
        assertThat(result(architecture, call, argument)).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "c000003e, 248, 0, 38",
        "c000003e, 249, 0, 38",
        "c000003e, 250, 0, 38",
        "c000003e, 425, 0, 38",
        "c000003e, 41, 40, 97",
        "c000003e, 1073741865, 2, 38",
        "c000003e, -1, 0, 38",
        "40000003, 286, 0, 38",
        "40000003, 287, 0, 38",
        "40000003, 288, 0, 38",
        "40000003, 425, 0, 38",
        "40000003, 359, 40, 97",
        "40000003, 102, 1, 38",
        "c00000b7, 217, 0, 38",
        "c00000b7, 218, 0, 38",
        "c00000b7, 219, 0, 38",
        "c00000b7, 425, 0, 38",
        "c00000b7, 198, 40, 97",
        "c00000f3, 198, 40, 97",
        "c00000f3, 219, 0, 38",
        // Calls of machines that it does not know.
        "40000028, 1, 0, 38",
        "80000016, 1, 0, 38",
    })
    void refuses_keyrings_vsock_and_io_uring(String architecture, int call, int argument, int error) {
        assertThat(result(architecture, call, argument)).isEqualTo(REFUSED | error);
    }

    private static long result(String architecture, int call, int argument) {
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0, call)
                .putInt(4, Integer.parseUnsignedInt(architecture, 16))
                .putInt(16, argument);
        ByteBuffer program = ByteBuffer.wrap(SystemCallFilter.program()).order(ByteOrder.LITTLE_ENDIAN);
        int loaded = 0;
        for (int at = 0; ; at += 8) {
            int value = program.getInt(at + 4);
            int skipped = (program.get(at + 3) & 0xff) * 8;
            switch (program.getShort(at)) {
                case 0x20 -> loaded = data.getInt(value);
                case 0x15 -> at += loaded == value ? 0 : skipped;
                case 0x35 -> at += Integer.compareUnsigned(loaded, value) >= 0 ? 0 : skipped;
                case 0x06 -> {
                    return Integer.toUnsignedLong(value);
                }
                default -> throw new AssertionError("unknown instruction " + program.getShort(at));
            }
        }
    }
}
