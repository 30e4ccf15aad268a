package dev.cadre.tools;

import dev.cadre.llm.ToolCall;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hashes a tool's name and input, so that an approval can be bound to one exact call.
 *
 * <p>Equal inputs hash equally whatever the order of their members: SHA-256 over the name, a line feed, and the input
 * as JSON with sorted keys and no white space.
 */
public final class CallHash {

    private CallHash() {}

    /** Returns the hash as 64 lower-case hexadecimal digits. */
    public static String of(ToolCall call) {
        StringBuilder canonical = new StringBuilder(call.name()).append('\n');
        write(call.input(), canonical);
        return HexFormat.of().formatHex(sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof String text) {
            writeString(text, out);
        } else if (value instanceof Map<?, ?> members) {
            writeObject(members, out);
        } else if (value instanceof Collection<?> elements) {
            writeArray(elements, out);
        } else if (value instanceof Number number) {
            out.append(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
        } else {
            out.append(value);
        }
    }

    private static void writeObject(Map<?, ?> members, StringBuilder out) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        members.forEach((key, value) -> sorted.put((String) key, value));
        String separator = "{";
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            out.append(separator);
            writeString(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(Collection<?> elements, StringBuilder out) {
        out.append('[');
        for (Iterator<?> rest = elements.iterator(); rest.hasNext(); ) {
            write(rest.next(), out);
            out.append(rest.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
