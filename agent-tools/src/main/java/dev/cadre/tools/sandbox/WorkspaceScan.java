package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Looks through a workspace, nearest folders first, for what needs care: repositories below it, and sockets on which
 * processes of the host listen. A network namespace does not keep anybody from connecting to those.
 *
 * @param repositories every {@code .git} below the root's folders
 * @param sockets sockets with somebody behind them
 */
record WorkspaceScan(List<Path> repositories, List<Path> sockets) {

    private static final int MOST_ENTRIES = 50_000;

    private static final System.Logger LOG = System.getLogger(WorkspaceScan.class.getName());

    static WorkspaceScan of(Path workspace) throws IOException {
        WorkspaceScan scan = new WorkspaceScan(new ArrayList<>(), new ArrayList<>());
        Deque<Path> folders = new ArrayDeque<>(List.of(workspace));
        int left = MOST_ENTRIES;
        while (!folders.isEmpty() && left > 0) {
            left = scan.look(folders.remove(), workspace, folders, left);
        }
        if (left <= 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the workspace {0} has more than {1} entries; repositories and sockets in its deeper folders are not"
                            + " protected from commands",
                    workspace,
                    MOST_ENTRIES);
        }
        return scan;
    }

    private int look(Path folder, Path workspace, Deque<Path> folders, int most) throws IOException {
        int left = most;
        if (!Files.isReadable(folder)) {
            return left;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (left-- <= 0) {
                    return 0;
                }
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (entry.getFileName().toString().equals(".git")) {
                    if (!folder.equals(workspace)) {
                        repositories.add(entry);
                    }
                } else if (attributes.isDirectory()) {
                    folders.add(entry);
                }
                if (attributes.isOther() && isLiveSocket(entry)) {
                    sockets.add(entry);
                }
            }
        }
        return left;
    }

    /** Says whether anybody could be behind a special file; a socket that a dead server left is harmless. */
    private static boolean isLiveSocket(Path path) throws IOException {
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        boolean socket = (mode & 0170000) == 0140000;
        if (!socket) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            return !String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
        }
    }
}
