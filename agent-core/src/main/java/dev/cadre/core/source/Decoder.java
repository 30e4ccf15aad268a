package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly, drops a byte order mark, and says where bad bytes are. */
public final class Decoder {

    private Decoder() {}

    /**
     * Decodes a file's bytes; what is wrong is added to the returned problems, and then the text ends before it.
     *
     * @param name what people call the file
     */
    public static Problems decode(String name, byte[] bytes, Limits limits) {
        if (bytes.length > limits.fileBytes()) {
            return failed(
                    name,
                    "",
                    DiagnosticCode.FILE_TOO_LARGE,
                    "the file has more than " + limits.fileBytes() + " bytes, which is the limit");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            int good = validPrefix(bytes);
            if (good < bytes.length) {
                return malformed(name, bytes, good);
            }
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return failed(
                    name,
                    text.substring(0, nul),
                    DiagnosticCode.FILE_BINARY,
                    "the file holds a NUL character; expected text in UTF-8");
        }
        if (text.isBlank()) {
            return failed(name, "", DiagnosticCode.FILE_EMPTY, "the file is empty; expected an agent definition");
        }
        return new Problems(new SourceText(name, text));
    }

    private static Problems malformed(String name, byte[] bytes, int good) {
        String prefix = new String(bytes, 0, good, StandardCharsets.UTF_8);
        prefix = prefix.startsWith("\uFEFF") ? prefix.substring(1) : prefix;
        boolean utf16 = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && (bytes[0] ^ bytes[1]) == 1;
        String message = utf16
                ? "the file is UTF-16; expected UTF-8"
                : "byte " + String.format("0x%02X", bytes[good]) + " at offset " + good + " is not UTF-8";
        return failed(name, prefix, DiagnosticCode.FILE_NOT_UTF8, message);
    }

    private static int validPrefix(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError() || result.isUnderflow()) {
                return in.position();
            }
            out.clear();
        }
    }

    private static Problems failed(String name, String prefix, DiagnosticCode code, String message) {
        Problems problems = new Problems(new SourceText(name, prefix));
        problems.add(problems.at(prefix.length(), 0, code, message).advice(advice(code)));
        return problems;
    }

    private static String advice(DiagnosticCode code) {
        return switch (code) {
            case FILE_TOO_LARGE -> "move reference material into files that the agent reads";
            case FILE_EMPTY -> "write a frontmatter with name and description, and the prompt below it";
            default -> "save the file as UTF-8 text";
        };
    }
}
