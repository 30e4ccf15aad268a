package dev.cadre.tools.sandbox;

import dev.cadre.tools.sandbox.MountOperation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Is the view of the file system that commands get, the same with every back end.
 *
 * <p>An allow-list: system programs and settings that every user of the host may read, the workspace, and private folders
 * in memory. Homes, {@code /run} and other places of sockets and secrets are not there at all.
 */
final class FileView {

    /** Where the control folder is inside. */
    static final String CONTROL = "/run/cadre";

    /** Where the supervisor is inside. */
    static final String START = "/run/cadre-start";

    private final List<MountOperation> operations = new ArrayList<>();
    private CoveredFiles covered = new CoveredFiles(List.of());

    private FileView() {}

    static FileView of(SandboxPlan plan, SessionFolder session, ProtectedPlaces places, WorkspaceScan scan)
            throws IOException {
        FileView view = new FileView();
        view.system(plan, session);
        view.devices();
        view.temporary(plan);
        for (Path path : plan.readable()) {
            view.add(Kind.RO_BIND, path, path);
        }
        view.workspace(plan, session, places);
        for (Path socket : scan.sockets()) {
            view.hide(socket, session);
        }
        view.add(Kind.BIND, session.control().toString(), CONTROL);
        view.add(Kind.RO_BIND, session.start().toString(), START);
        view.add(Kind.REMOUNT_RO, "-", "/run");
        return view;
    }

    /** Returns the steps in their order. */
    List<MountOperation> operations() {
        return operations;
    }

    /** Returns what of the workspace is read-only or shown empty. */
    CoveredFiles covered() {
        return covered;
    }

    private void system(SandboxPlan plan, SessionFolder session) throws IOException {
        add(Kind.RO_BIND, Path.of("/usr"), Path.of("/usr"));
        for (String name : List.of("bin", "sbin", "lib", "lib64", "lib32", "libx32")) {
            Path path = Path.of("/" + name);
            if (Files.isSymbolicLink(path)) {
                add(Kind.SYMLINK, Files.readSymbolicLink(path).toString(), path.toString());
            } else if (Files.isDirectory(path)) {
                add(Kind.RO_BIND, path, path);
            }
        }
        add(Kind.RO_BIND, Path.of("/etc"), Path.of("/etc"));
        for (Path settings : List.of(Path.of("/etc"), Path.of("/usr/local/etc"))) {
            if (Files.isDirectory(settings)) {
                for (Path secret : SystemSecrets.in(settings)) {
                    hide(secret, session);
                }
            }
        }
        for (Path secret : SystemSecrets.ofKernel(Path.of("/proc"))) {
            hide(secret, session);
        }
        add(Kind.TMPFS, "mode=755,size=1m", "/run");
        if (plan.network() == SandboxPlan.Network.HOST) {
            nameServers();
        }
    }

    // Where a resolver of the system keeps this file in /run, it would be missing there.
    private void nameServers() throws IOException {
        Path file = Path.of("/etc/resolv.conf");
        if (Files.isSymbolicLink(file) && Files.exists(file)) {
            Path real = file.toRealPath();
            if (real.startsWith("/run")) {
                add(Kind.RO_BIND, real, real);
            }
        }
    }

    private void devices() {
        add(Kind.TMPFS, "mode=755,size=1m", "/dev");
        for (String name : List.of("null", "zero", "full", "random", "urandom", "tty")) {
            add(Kind.DEVICE, "/dev/" + name, "/dev/" + name);
        }
        add(Kind.SYMLINK, "/proc/self/fd", "/dev/fd");
        add(Kind.SYMLINK, "/proc/self/fd/0", "/dev/stdin");
        add(Kind.SYMLINK, "/proc/self/fd/1", "/dev/stdout");
        add(Kind.SYMLINK, "/proc/self/fd/2", "/dev/stderr");
        add(Kind.FOLDER, "-", "/dev/shm");
        add(Kind.REMOUNT_RO, "-", "/dev");
    }

    private void temporary(SandboxPlan plan) {
        long kib = Math.max(1024, plan.limits().temporaryBytes() >> 10);
        add(Kind.TMPFS, "mode=1777,size=" + kib + "k", "/tmp");
        add(Kind.TMPFS, "mode=1777,size=" + kib + "k", "/dev/shm");
        add(Kind.FOLDER, "-", "/var/tmp");
    }

    private void workspace(SandboxPlan plan, SessionFolder session, ProtectedPlaces places) throws IOException {
        Path workspace = plan.workspace();
        List<Path> hidden = hidden(plan);
        covered = new CoveredFiles(
                Stream.concat(places.existing().stream(), hidden.stream()).toList());
        add(Kind.BIND, workspace, workspace);
        for (Path path : way(places, hidden, workspace)) {
            add(Kind.BIND, path, path);
        }
        for (Path path : places.existing()) {
            add(Kind.RO_BIND, path, path);
        }
        for (Path path : places.points()) {
            if (!places.existing().contains(path)) {
                add(Kind.RO_BIND, session.noFolder(), path);
            }
        }
        for (Path path : hidden) {
            hide(path, session);
        }
    }

    private static List<Path> hidden(SandboxPlan plan) throws IOException {
        List<Path> hidden = WorkspaceSecrets.in(plan.workspace());
        for (Path path : plan.hidden()) {
            // When a sandbox is started again, it may be gone.
            boolean isThere = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            if (isThere && hidden.stream().noneMatch(path::startsWith)) {
                hidden.add(path);
            }
        }
        return hidden;
    }

    /** Returns the folders that lead to what is covered, outer ones first: else a command could move it away with them. */
    private static Set<Path> way(ProtectedPlaces places, List<Path> hidden, Path workspace) {
        Set<Path> way = new TreeSet<>(places.way());
        for (Path path : hidden) {
            boolean isProtected = places.existing().stream().anyMatch(path::startsWith);
            Path names = workspace.relativize(path);
            for (int count = 1; count < names.getNameCount() && !isProtected; count++) {
                way.add(workspace.resolve(names.subpath(0, count)));
            }
        }
        return way;
    }

    private void hide(Path path, SessionFolder session) {
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        add(Kind.RO_BIND, folder ? session.noFolder() : session.noFile(), path);
    }

    private void add(Kind kind, Path source, Path target) {
        add(kind, source.toString(), target.toString());
    }

    private void add(Kind kind, String source, String target) {
        operations.add(new MountOperation(kind, source, target));
    }
}
