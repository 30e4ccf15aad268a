package dev.cadre.tools.path;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Is a folder held by a descriptor. */
final class HandleFolder implements OpenFolder {

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> stream;

    HandleFolder(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public List<Path> list() throws IOException {
        List<Path> names = new ArrayList<>();
        try {
            for (Path entry : stream) {
                names.add(entry.getFileName());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names;
    }

    @Override
    public BasicFileAttributes look(Path name) throws IOException {
        return stream.getFileAttributeView(OneName.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    @Override
    public OpenFolder folder(Path name) throws IOException {
        return new HandleFolder(stream.newDirectoryStream(OneName.of(name), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public InputStream file(Path name) throws IOException {
        return Channels.newInputStream(stream.newByteChannel(OneName.of(name), READ));
    }

    @Override
    public void replace(Path name, byte[] content) throws IOException {
        OneName.of(name);
        Path temporary = OneName.temporary();
        try {
            try (SeekableByteChannel channel = stream.newByteChannel(temporary, CREATE)) {
                writeAll(channel, content);
            }
            copyModeAndOwner(name, temporary);
            stream.move(temporary, stream, name);
        } catch (IOException | RuntimeException e) {
            deleteIfThere(temporary);
            throw e;
        }
    }

    private static void writeAll(SeekableByteChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    private void copyModeAndOwner(Path from, Path to) throws IOException {
        PosixFileAttributes old;
        try {
            old = posix(from).readAttributes();
        } catch (NoSuchFileException e) {
            return;
        }
        PosixFileAttributes fresh = posix(to).readAttributes();
        if (!old.isRegularFile()) {
            throw new FileSystemException(from.toString(), null, "it is no regular file");
        }
        if (!old.owner().equals(fresh.owner()) || !old.group().equals(fresh.group())) {
            try {
                posix(to).setOwner(old.owner());
                posix(to).setGroup(old.group());
            } catch (FileSystemException e) {
                // Only the superuser may give files away; the file then belongs to its writer.
            }
        }
        if (!old.permissions().equals(fresh.permissions())) {
            posix(to).setPermissions(old.permissions());
        }
    }

    private PosixFileAttributeView posix(Path name) {
        return stream.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void deleteIfThere(Path name) {
        try {
            stream.deleteFile(name);
        } catch (IOException e) {
            // It was not made, or was moved away already.
        }
    }

    @Override
    public void adopt(OpenFolder from, Path emptyFolder, Path name) throws IOException {
        if (!(from instanceof HandleFolder holder)) {
            throw new IllegalArgumentException("folders of two kinds");
        }
        try {
            look(name);
            throw new FileAlreadyExistsException(name.toString());
        } catch (NoSuchFileException e) {
            holder.stream.move(OneName.of(emptyFolder), stream, OneName.of(name));
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
