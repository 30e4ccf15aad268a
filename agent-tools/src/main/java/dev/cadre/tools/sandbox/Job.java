package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Holds the files of one command. They are opened once, before the command can know their names, and never again: what a
 * command puts in their place is not read.
 */
final class Job implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_PATH = 4096;

    private final Path folder;
    private final String id;
    private final FileChannel out;
    private final FileChannel err;
    private final FileChannel cwd;

    private Job(Path folder, String id) throws IOException {
        this.folder = folder;
        this.id = id;
        this.out = open(".out");
        this.err = open(".err");
        this.cwd = open(".cwd");
    }

    static Job create(Path folder) throws IOException {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Job(folder, HexFormat.of().formatHex(bytes));
    }

    private FileChannel open(String suffix) throws IOException {
        return FileChannel.open(
                folder.resolve(id + suffix),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    String id() {
        return id;
    }

    String stdout() throws IOException {
        return CapturedOutput.read(out);
    }

    String stderr() throws IOException {
        return CapturedOutput.read(err);
    }

    /** Returns how many bytes were printed so far. */
    long printed() throws IOException {
        return out.size() + err.size();
    }

    /** Gives back the space of what was printed; what still prints goes on from there. */
    void truncate() throws IOException {
        out.truncate(0);
        err.truncate(0);
    }

    /** Returns the folder in which the command ended, if it told one. */
    Optional<Path> folder() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_PATH + 1);
        cwd.read(buffer, 0);
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).stripTrailing();
        if (!text.startsWith("/")
                || text.length() > LONGEST_PATH
                || text.chars().anyMatch(c -> c < ' ')) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        err.close();
        cwd.close();
        for (String suffix : new String[] {".out", ".err", ".cwd"}) {
            Files.deleteIfExists(folder.resolve(id + suffix));
        }
    }
}
