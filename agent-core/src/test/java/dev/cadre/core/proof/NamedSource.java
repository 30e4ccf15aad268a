package dev.cadre.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Is a fuzzer's input: the first line is the name of a file, the rest its content, so that seeds can be read and names,
 * which tell dialects, are tried as well.
 */
final class NamedSource {

    private static final int MAX_CONTENT = 16 << 10;
    private static final int MAX_NAME = 64;

    private final String name;
    private final byte[] content;

    private NamedSource(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static NamedSource of(byte[] input) {
        int end = 0;
        while (end < input.length && end < MAX_NAME && input[end] != '\n') {
            end++;
        }
        String name = new String(input, 0, end, StandardCharsets.ISO_8859_1);
        int start = Math.min(end + 1, input.length);
        int to = Math.min(input.length, start + MAX_CONTENT);
        return new NamedSource(name.isBlank() ? "x.md" : name, Arrays.copyOfRange(input, start, to));
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }
}
