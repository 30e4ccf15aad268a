package dev.cadre.tools.builtin;

import dev.cadre.tools.ToolContext;
import dev.cadre.tools.permission.ResolvedPath;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers which files the model has read or written in this run, and what they held. */
final class SeenFiles {

    private SeenFiles() {}

    static SeenFiles of(ToolContext context) {
        return context.state(SeenFiles.class, SeenFiles::new);
    }

    /** Is what the model knows of a file. */
    enum Seen {
        /** Nothing. */
        NOT,
        /** Its beginning, because it was too long. */
        PARTLY,
        /** What it holds now. */
        AS_IT_IS,
        /** What it held before somebody changed it. */
        OTHERWISE
    }

    private record Knowledge(String hash, boolean partial) {}

    private final Map<String, Knowledge> known = new HashMap<>();

    synchronized void saw(ResolvedPath path, byte[] content) {
        known.put(path.real(), new Knowledge(hash(content), false));
    }

    synchronized void saw(ResolvedPath path, String hash, boolean partial) {
        known.put(path.real(), new Knowledge(hash, partial));
    }

    synchronized Seen seen(ResolvedPath path, byte[] content) {
        @Nullable Knowledge knowledge = known.get(path.real());
        if (knowledge == null) {
            return Seen.NOT;
        }
        if (knowledge.partial) {
            return Seen.PARTLY;
        }
        return knowledge.hash.equals(hash(content)) ? Seen.AS_IT_IS : Seen.OTHERWISE;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(byte[] content) {
        MessageDigest digest = digest();
        digest.update(content);
        return hex(digest);
    }
}
