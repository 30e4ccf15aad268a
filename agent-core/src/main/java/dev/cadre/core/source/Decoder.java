package dev.cadre.core.source;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes UTF-8 strictly, drops a byte order mark, and says where bad bytes are. */
public final class Decoder {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int MAX_HEAD = 64 << 10;

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
        int start = hasMark(bytes) ? MARK.length : 0;
        int body = bodyStart(bytes, start);
        String head = Utf8.decode(bytes, start, body);
        String tail = head == null ? null : Utf8.decode(bytes, body, bytes.length);
        if (head == null || tail == null) {
            return unreadable(name, bytes, start);
        }
        if (head.isBlank() && tail.isBlank()) {
            return failed(name, "", DiagnosticCode.FILE_EMPTY, "the file is empty; expected an agent definition");
        }
        return new Problems(new SourceText(name, head, tail), head, tail);
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    // Returns the place after a second line of three dashes, if the first line is one too; else the end.
    private static int bodyStart(byte[] bytes, int start) {
        int last = Math.min(bytes.length, MAX_HEAD);
        int line = afterFence(bytes, start);
        for (int i = line - 1; i >= start && i < last; i++) {
            if (bytes[i] == '\n') {
                int next = afterFence(bytes, i + 1);
                if (next > 0) {
                    return next;
                }
            }
        }
        return bytes.length;
    }

    // Returns the place after a line of exactly three dashes and a line feed, or 0.
    private static int afterFence(byte[] bytes, int at) {
        if (at + 4 > bytes.length || bytes[at] != '-' || bytes[at + 1] != '-' || bytes[at + 2] != '-') {
            return 0;
        }
        int feed = bytes[at + 3] == '\r' ? at + 4 : at + 3;
        return feed < bytes.length && bytes[feed] == '\n' ? feed + 1 : 0;
    }

    private static Problems unreadable(String name, byte[] bytes, int start) {
        int good = validPrefix(bytes);
        if (good < bytes.length) {
            return malformed(name, bytes, good);
        }
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        return failed(
                name,
                text.substring(0, text.indexOf('\0')),
                DiagnosticCode.FILE_BINARY,
                "the file holds a NUL character; expected text in UTF-8");
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
