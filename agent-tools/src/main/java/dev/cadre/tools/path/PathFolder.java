package dev.cadre.tools.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Is a folder known by its path, for systems without descriptors of folders.
 *
 * <p>Before and after each operation the path must be free of links and lead to the same folder. A swap between these
 * checks that is undone in time is not seen.
 */
final class PathFolder implements OpenFolder {

    private final Path real;
    private final BasicFileAttributes identity;

    PathFolder(Path real) throws IOException {
        this.real = real;
        this.identity = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!identity.isDirectory()) {
            throw new FileSystemException(real.toString(), null, "it is no folder");
        }
        check();
    }

    private void check() throws IOException {
        if (!real.toRealPath().equals(real)) {
            throw new FileSystemException(real.toString(), null, "a folder above it changed");
        }
        BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!Objects.equals(now.fileKey(), identity.fileKey())
                || !now.creationTime().equals(identity.creationTime())) {
            throw new FileSystemException(real.toString(), null, "it changed");
        }
    }

    @Override
    public boolean isHeld() {
        return false;
    }

    @Override
    public List<Path> list() throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
            stream.forEach(entry -> names.add(entry.getFileName()));
        }
        check();
        names.sort(null);
        return names;
    }

    @Override
    public BasicFileAttributes look(Path name) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(child(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        check();
        return attributes;
    }

    @Override
    public OpenFolder folder(Path name) throws IOException {
        check();
        return new PathFolder(child(name));
    }

    @Override
    public InputStream file(Path name) throws IOException {
        check();
        InputStream in = Files.newInputStream(child(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            check();
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void replace(Path name, byte[] content) throws IOException {
        check();
        Path target = child(name);
        Path temporary = child(OneName.temporary());
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
            copyMode(target, temporary);
            check();
            moveOver(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void copyMode(Path from, Path to) throws IOException {
        PosixFileAttributeView old =
                Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (old == null) {
            return;
        }
        try {
            Files.setPosixFilePermissions(to, old.readAttributes().permissions());
        } catch (NoSuchFileException e) {
            // A new file has the mode that new files get.
        }
    }

    private static void moveOver(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void adopt(OpenFolder from, Path emptyFolder, Path name) throws IOException {
        if (!(from instanceof PathFolder holder)) {
            throw new IllegalArgumentException("folders of two kinds");
        }
        check();
        Files.move(holder.child(emptyFolder), child(name));
        check();
    }

    private Path child(Path name) {
        return real.resolve(OneName.of(name));
    }

    @Override
    public void close() {}
}
