package dev.cadre.tools.audit;

import dev.cadre.tools.AuditException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is an open file of chained lines, locked against other processes. Thread-safe. */
public final class AuditFile implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private static final Set<OpenOption> LOCK_OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path file;
    private final FileChannel lock;
    // An interrupt would close a channel, for all runs that share the log.
    private final FileOutputStream out;
    private AuditChain chain;
    private boolean broken;

    private AuditFile(Path file, FileChannel lock) throws IOException {
        this.file = file;
        this.lock = lock;
        this.chain = AuditChain.verify(file);
        this.out = new FileOutputStream(file.toFile(), true);
    }

    /**
     * Opens a file, or makes it for its owner alone.
     *
     * @param writable folders in which it may not lie
     * @throws AuditException if it can't be trusted
     */
    public static AuditFile open(Path file, List<Path> writable) {
        try {
            Path folderOfFile = file.toAbsolutePath().getParent();
            if (folderOfFile == null) {
                throw new AuditException("the audit log \"" + file + "\" is no file", null);
            }
            Path real = folderOfFile.toRealPath().resolve(file.getFileName());
            for (Path folder : writable) {
                if (real.startsWith(folder.toRealPath())) {
                    throw new AuditException(
                            "the audit log \"" + real + "\" lies in \"" + folder + "\", which agents can write", null);
                }
            }
            if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(real, PosixFilePermissions.asFileAttribute(OWNER));
            }
            return lock(real);
        } catch (IOException e) {
            throw new AuditException("the audit log \"" + file + "\" can't be opened: " + e, e);
        }
    }

    private static AuditFile lock(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !OWNER.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))) {
            throw new AuditException(
                    "the audit log \"" + file
                            + "\" must be a regular file of mode 0600; change its mode or move it away",
                    null);
        }
        FileChannel lock = FileChannel.open(lockOf(file), LOCK_OPTIONS, PosixFilePermissions.asFileAttribute(OWNER));
        try {
            if (tryLock(lock) == null) {
                throw new AuditException("the audit log \"" + file + "\" is in use elsewhere", null);
            }
            return new AuditFile(file, lock);
        } catch (AuditException | IOException e) {
            lock.close();
            throw e;
        }
    }

    // A process gives its locks on a file away as soon as it closes the file anywhere, such as after a verification.
    private static Path lockOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Adds a record and returns when it is on the disk.
     *
     * @throws AuditException if that fails; nothing can be added from then on
     */
    public synchronized void append(Map<String, Object> fields) {
        if (broken) {
            throw new AuditException("the audit log \"" + file + "\" could not be written before", null);
        }
        String line = chain.line(fields);
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
            chain = chain.with(line);
        } catch (IOException e) {
            broken = true;
            throw new AuditException("the audit log \"" + file + "\" can't be written: " + e, e);
        }
    }

    /** Returns the hash of the last line. */
    public synchronized String head() {
        return chain.head();
    }

    @Override
    public synchronized void close() {
        broken = true;
        try (lock) {
            out.close();
        } catch (IOException e) {
            throw new AuditException("the audit log \"" + file + "\" can't be closed: " + e, e);
        }
    }
}
