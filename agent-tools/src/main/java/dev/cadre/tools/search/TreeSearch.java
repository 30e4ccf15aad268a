package dev.cadre.tools.search;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.WorkspaceException;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Searches the content of many files. */
public final class TreeSearch {

    private final SearchRequest request;
    private final CancellationToken cancellation;
    private final BooleanSupplier stop;
    private final Hits hits;
    private final LongAdder unreadable = new LongAdder();

    // Searches that are free; a thread takes one for each file.
    private final Queue<ContentSearch> idle = new ConcurrentLinkedQueue<>();

    /**
     * Makes a search.
     *
     * @param maxLines how many lines to keep in all; of files last in order they are forgotten
     * @param readable whether a file that matches may be shown, by its path relative to the workspace's root
     * @param deadline when to end with what was found, by {@link System#nanoTime()}
     */
    public TreeSearch(
            SearchRequest request,
            long maxLines,
            Predicate<String> readable,
            CancellationToken cancellation,
            long deadline) {
        this.request = request;
        this.cancellation = cancellation;
        this.stop = () -> cancellation.isCancelled() || System.nanoTime() - deadline > 0;
        this.hits = new Hits(maxLines, readable);
    }

    /** Searches the files below a folder that a selection selects. */
    public void searchFolder(Workspace workspace, ResolvedPath folder, String relative, FileSelection selection) {
        FileWalk walk = new FileWalk(selection, (parent, file) -> search(file, () -> parent.open(file)), cancellation);
        walk.walk(workspace, folder, relative);
        unreadable.add(walk.unreadable());
    }

    /** Searches one file. */
    public void searchFile(Workspace workspace, ResolvedPath file) {
        workspace.entry(file).ifPresent(entry -> search(entry, () -> workspace.open(file)));
    }

    private interface Opening {
        InputStream open();
    }

    private void search(Workspace.Entry file, Opening opening) {
        if (file.size() == 0 || stop.getAsBoolean()) {
            return;
        }
        ContentSearch free = idle.poll();
        ContentSearch search = free == null ? new ContentSearch(request, stop) : free;
        try (InputStream in = opening.open()) {
            Optional<FileHits> found = search.search(file.path(), in, file.size());
            found.ifPresent(hits::add);
        } catch (IOException | WorkspaceException e) {
            unreadable.increment();
        } finally {
            idle.add(search);
        }
    }

    /** Returns what was found, sorted by path. */
    public Hits hits() {
        return hits;
    }

    /** Returns whether the deadline ended the search. */
    public boolean isStopped() {
        return stop.getAsBoolean();
    }

    /** Returns how many files and folders could not be read. */
    public long unreadable() {
        return unreadable.sum();
    }
}
