package dev.cadre.tools.audit;

import dev.cadre.tools.AuditException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chains lines: each ends with {@code "hash"}, the SHA-256 of the hash before it, a line feed, and the line without that
 * member. The first hash is preceded by 64 zeros.
 *
 * @param lines how many there are
 * @param head the hash of the last
 */
public record AuditChain(long lines, String head) {

    private static final String BEGINNING = "0".repeat(64);
    private static final int LONGEST_LINE = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the chain without a line. */
    static AuditChain empty() {
        return new AuditChain(0, BEGINNING);
    }

    /**
     * Reads a file and checks every line of it.
     *
     * @throws AuditException if a line does not fit, or the last is not whole
     */
    public static AuditChain verify(Path file) {
        AuditChain chain = empty();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            for (String line = line(in, file, chain); line != null; line = line(in, file, chain)) {
                chain = chain.accept(line, file);
            }
            return chain;
        } catch (IOException e) {
            throw new AuditException("the audit log \"" + file + "\" can't be read: " + e, e);
        }
    }

    private static @Nullable String line(InputStream in, Path file, AuditChain before) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 && line.size() == 0) {
                return null;
            }
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw broken(file, before.lines + 1, "is not whole");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private AuditChain accept(String line, Path file) {
        String end = ",\"hash\":\"";
        int at = line.length() - end.length() - 64 - 2;
        if (at < 1 || !line.startsWith(end, at) || !line.endsWith("\"}")) {
            throw broken(file, lines + 1, "carries no hash");
        }
        String body = line.substring(0, at) + "}";
        String found = line.substring(at + end.length(), line.length() - 2);
        if (!found.equals(hash(head, body))) {
            throw broken(file, lines + 1, "was changed, or a line before it is missing or was added");
        }
        return new AuditChain(lines + 1, found);
    }

    private static AuditException broken(Path file, long line, String what) {
        return new AuditException(file + ":" + line + ": the audit log is broken: this line " + what, line);
    }

    /** Returns the line of a record, without its line feed. */
    String line(Map<String, Object> fields) {
        String body = JSON.writeValueAsString(fields);
        return body.substring(0, body.length() - 1) + ",\"hash\":\"" + hash(head, body) + "\"}";
    }

    /** Returns the chain with one more line. */
    AuditChain with(String line) {
        return new AuditChain(lines + 1, line.substring(line.length() - 66, line.length() - 2));
    }

    private static String hash(String before, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((before + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
