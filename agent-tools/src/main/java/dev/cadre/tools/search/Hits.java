package dev.cadre.tools.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Collects what a search finds, in the order of paths, and forgets lines that nobody will see. Thread-safe. */
public final class Hits {

    private final long maxLines;
    private final Predicate<String> readable;
    private final TreeMap<String, FileHits> files = new TreeMap<>();

    // Of these all lines are in files; those of later files may be forgotten.
    private long lines;

    Hits(long maxLines, Predicate<String> readable) {
        this.maxLines = maxLines;
        this.readable = readable;
    }

    void add(FileHits hits) {
        if (!readable.test(hits.path())) {
            return;
        }
        synchronized (this) {
            files.put(hits.path(), hits);
            lines += hits.lines().size();
            forgetLast();
        }
    }

    private void forgetLast() {
        for (Map.Entry<String, FileHits> last = files.lastEntry(); last != null && lines > maxLines; ) {
            FileHits hits = last.getValue();
            if (lines - hits.lines().size() < maxLines) {
                return;
            }
            if (!hits.lines().isEmpty()) {
                lines -= hits.lines().size();
                files.put(hits.path(), new FileHits(hits.path(), hits.count(), List.of(), hits.binary()));
            }
            last = files.lowerEntry(hits.path());
        }
    }

    /** Returns the files that match, sorted by path. */
    public synchronized List<FileHits> files() {
        return new ArrayList<>(files.values());
    }
}
