package dev.cadre.tools;

import dev.cadre.tools.Workspace.Entry;
import dev.cadre.tools.Workspace.FolderVisitor;
import dev.cadre.tools.Workspace.Kind;
import dev.cadre.tools.path.OpenFolder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Visits the folders of a local tree on a few threads, the deepest known first, so that few folders are open at once.
 *
 * <p>The threads may be left behind: opening a pipe that took a file's place blocks for ever.
 */
final class LocalWalk {

    private static final int MAX_DEPTH = 200;
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Deque<Descent> pending = new ArrayDeque<>();
    private final List<WalkThread> threads = new ArrayList<>();
    private int unfinished;
    private boolean over;
    private @Nullable Throwable failure;

    private LocalWalk() {}

    /** Is a folder to visit. */
    record Descent(@Nullable HeldFolder parent, Entry folder, FolderVisitor visitor, int depth) {}

    static void walk(OpenFolder folder, Entry entry, FolderVisitor visitor) throws IOException {
        LocalWalk walk = new LocalWalk();
        HeldFolder held = new HeldFolder(folder);
        List<Entry> entries;
        try {
            entries = entries(folder, entry.path());
        } catch (IOException | RuntimeException e) {
            held.release();
            throw e;
        }
        walk.unfinished = 1;
        walk.start(() -> walk.visit(held, entries, new Descent(null, entry, visitor, 0)));
        walk.join();
    }

    /** Takes and visits folders until there are none; run by each thread. */
    private void run(Runnable first) {
        first.run();
        for (Descent next = take(); next != null; next = take()) {
            open(next);
        }
    }

    private synchronized void start(Runnable first) {
        WalkThread thread = new WalkThread(() -> run(first));
        threads.add(thread);
        thread.start();
    }

    private synchronized @Nullable Descent take() {
        while (pending.isEmpty() && unfinished > 0 && !over) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody interrupts these threads but to end the program.
                return null;
            }
        }
        return over ? null : pending.pollLast();
    }

    private void open(Descent descent) {
        HeldFolder parent = descent.parent;
        if (parent == null) {
            throw new IllegalStateException("the first folder is open already");
        }
        HeldFolder held;
        List<Entry> entries;
        try {
            held = new HeldFolder(parent.folder().folder(Path.of(descent.folder.name())));
            entries = entries(held.folder(), descent.folder.path());
        } catch (IOException e) {
            finish(() -> descent.visitor.unreadable(descent.folder.path(), LocalWorkspace.reason(e)));
            return;
        } catch (InvalidPathException e) {
            finish(() -> descent.visitor.unreadable(descent.folder.path(), "this system can't write its name"));
            return;
        } catch (RuntimeException | Error e) {
            finish(() -> {
                throw e;
            });
            return;
        } finally {
            parent.release();
        }
        visit(held, entries, descent);
    }

    private void visit(HeldFolder held, List<Entry> entries, Descent descent) {
        LocalVisit visit = new LocalVisit(held, descent.folder.path(), entries);
        finish(() -> {
            try {
                descent.visitor.visit(visit);
                add(visit.descents(), descent);
            } finally {
                held.release();
            }
        });
    }

    private void add(List<Descent> descents, Descent from) {
        if (from.depth == MAX_DEPTH) {
            descents.forEach(descent -> descent.visitor.unreadable(
                    descent.folder.path(), "it is more than " + MAX_DEPTH + " folders deep"));
            return;
        }
        synchronized (this) {
            for (Descent descent : descents) {
                HeldFolder parent = descent.parent;
                if (parent != null && !over) {
                    parent.retain();
                    pending.addLast(new Descent(parent, descent.folder, descent.visitor, from.depth + 1));
                    unfinished++;
                }
            }
            if (threads.size() < THREADS && pending.size() > 1) {
                start(() -> {});
            }
            notifyAll();
        }
    }

    /** Does the last of one folder; what fails ends the walk. */
    private void finish(Runnable last) {
        Throwable thrown = null;
        try {
            last.run();
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        synchronized (this) {
            unfinished--;
            if (thrown != null) {
                end(thrown);
            }
            notifyAll();
        }
    }

    private synchronized void end(Throwable reason) {
        failure = failure == null ? reason : failure;
        over = true;
        pending.forEach(descent -> {
            if (descent.parent != null) {
                descent.parent.release();
            }
        });
        pending.clear();
        notifyAll();
    }

    private synchronized void join() {
        while (unfinished > 0 && !over) {
            try {
                wait(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(new WorkspaceException("the search was interrupted", e));
            }
            if (threads.stream().anyMatch(thread -> thread.isStuck(PATIENCE))) {
                end(new WorkspaceException("the search was ended: a file does not open", null));
            }
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private static List<Entry> entries(OpenFolder open, String path) throws IOException {
        List<Path> names = open.list();
        List<Entry> entries = new ArrayList<>(names.size());
        for (Path name : names) {
            try {
                entries.add(entry(path.isEmpty() ? name.toString() : path + "/" + name, open.look(name)));
            } catch (IOException e) {
                // It went away since the folder was listed.
            }
        }
        return entries;
    }

    static Entry entry(String path, BasicFileAttributes attributes) {
        Kind kind = attributes.isRegularFile() ? Kind.FILE : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
        return new Entry(
                path,
                kind,
                kind == Kind.FILE ? attributes.size() : 0,
                attributes.lastModifiedTime().toInstant());
    }
}
