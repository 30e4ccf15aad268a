package dev.cadre.core.proof;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.core.definition.DefinitionFixer;
import dev.cadre.core.definition.DefinitionReader;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Repeats what the fuzzer writes until a file is long, because time that grows with the square of the length shows only
 * there. The input is three parts with a NUL between them: name and start, what is repeated, and the end.
 */
class RepetitionFuzzTest {

    private static final int LENGTH = 64 << 10;

    @DictionaryFile(resourcePath = "/fuzz/definitions.dict")
    @FuzzTest(maxDuration = "10m")
    void time_and_memory_grow_with_the_length_alone(byte[] input) {
        int first = indexOfNul(input, 0);
        int second = indexOfNul(input, first + 1);
        byte[] unit = Arrays.copyOfRange(input, Math.min(first + 1, input.length), second);
        if (unit.length == 0) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(LENGTH + input.length);
        NamedSource start = NamedSource.of(Arrays.copyOf(input, first));
        bytes.writeBytes(start.content());
        while (bytes.size() < LENGTH) {
            bytes.writeBytes(unit);
        }
        bytes.write(input, Math.min(second + 1, input.length), Math.max(0, input.length - second - 1));
        byte[] content = bytes.toByteArray();
        Work.assertLinear(content.length, () -> DefinitionReader.create().readAll(start.name(), content));
        Work.assertLinear(8 * content.length, () -> DefinitionFixer.fix(start.name(), content));
    }

    private static int indexOfNul(byte[] input, int from) {
        int at = Math.min(from, input.length);
        while (at < input.length && input[at] != 0) {
            at++;
        }
        return at;
    }
}
