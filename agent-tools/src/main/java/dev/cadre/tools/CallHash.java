package dev.cadre.tools;

import dev.cadre.llm.ToolCall;
import dev.cadre.tools.permission.Access;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
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

    private static final int LONGEST_NUMBER = 1000;

    private CallHash() {}

    /** Returns the hash as 64 lower-case hexadecimal digits. */
    public static String of(ToolCall call) {
        return hex(canonical(call));
    }

    /** Returns the hash of a call in whose input a command starts in a folder, which another command may have chosen. */
    static String of(ToolCall call, List<Access> accesses) {
        StringBuilder canonical = canonical(call);
        for (Access access : accesses) {
            if (access instanceof Access.Command command && !command.directory().equals(".")) {
                canonical.append('\n').append(command.directory());
            }
        }
        return hex(canonical);
    }

    private static StringBuilder canonical(ToolCall call) {
        StringBuilder canonical = new StringBuilder(call.name()).append('\n');
        write(call.input(), canonical);
        return canonical;
    }

    private static String hex(StringBuilder canonical) {
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
            writeNumber(number.toString(), out);
        } else {
            out.append(value);
        }
    }

    /** Writes equal numbers equally. What is none, such as {@code Infinity}, and what would be very long stays as it is. */
    private static void writeNumber(String number, StringBuilder out) {
        try {
            BigDecimal decimal = new BigDecimal(number).stripTrailingZeros();
            out.append(Math.abs(decimal.scale()) > LONGEST_NUMBER ? decimal.toString() : decimal.toPlainString());
        } catch (NumberFormatException e) {
            out.append(number);
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
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else if (Character.getType(c) == Character.SURROGATE) {
                // Half a character has no bytes of its own.
                out.append("\\u").append(Integer.toHexString(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        out.append('"');
    }
}
