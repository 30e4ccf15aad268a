package dev.cadre.tools.search;

import com.google.re2j.Matcher;
import dev.cadre.tools.search.SearchRequest.Want;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Searches the content of files, one after another. Not thread-safe; keeps its buffer. */
final class ContentSearch {

    /** A NUL byte in so many bytes at the beginning makes a file binary. */
    private static final int HEAD_BYTES = 65_536;

    /** How much is searched at once, cut at a line's end. */
    private static final int CHUNK_BYTES = 8 << 20;

    /** The longest line, and the longest file in a search across lines; what is longer is cut there. */
    private static final int MAX_BYTES = 64 << 20;

    private final SearchRequest request;
    private final BooleanSupplier stop;
    private final LineFinder finder;
    private byte[] buffer = new byte[HEAD_BYTES];
    private int length;

    private long unread;
    private LineKeeper keeper;
    private long count;

    /** Makes a search that ends early, with what it has, once it is told to stop. */
    ContentSearch(SearchRequest request, BooleanSupplier stop) {
        this.request = request;
        this.stop = stop;
        this.finder = request.pattern().finder(stop);
        this.keeper = new LineKeeper(request);
    }

    /**
     * Returns what a file holds; empty if that is nothing.
     *
     * @param size how many bytes it has; what was added since is not looked at
     */
    Optional<FileHits> search(String path, InputStream in, long size) throws IOException {
        unread = size;
        keeper = new LineKeeper(request);
        count = 0;
        length = 0;
        boolean binary = searchChunks(in);
        // As in ripgrep, which does not look for late NUL bytes in a search across lines.
        boolean voided =
                binary && request.want() == Want.COUNTS && !request.pattern().isMultiline();
        if (count == 0 || voided) {
            return Optional.empty();
        }
        return Optional.of(new FileHits(path, count, keeper.lines(), binary));
    }

    /** Returns whether a NUL byte ended the search. */
    private boolean searchChunks(InputStream in) throws IOException {
        int from = 0;
        boolean first = true;
        boolean end = false;
        while (!end && !stop.getAsBoolean()) {
            int old = length;
            end = fill(in);
            int to = end ? length : endOfChunk(from);
            boolean whole = first && end;
            int nul = whole ? -1 : Lines.indexOfNul(buffer, old, to);
            if (nul >= 0 && first && nul < HEAD_BYTES) {
                return false;
            }
            searchPart(from, nul < 0 ? to : nul);
            if (isDone()) {
                return false;
            }
            if (nul < 0 && whole && count > 0) {
                return isBinary();
            }
            if (nul >= 0) {
                return true;
            }
            from = shift(to);
            first = false;
        }
        return false;
    }

    /** Looks for NUL bytes in a file that was read whole; only those that match are worth it. */
    private boolean isBinary() {
        int nul = Lines.indexOfNul(buffer, 0, length);
        if (nul >= 0 && nul < HEAD_BYTES) {
            count = 0;
        }
        return nul >= 0;
    }

    private boolean isDone() {
        return request.want() == Want.FILES
                && count > 0
                && Lines.indexOfNul(buffer, 0, Math.min(length, HEAD_BYTES)) < 0;
    }

    /** Fills the buffer; returns whether the file is at its end. */
    private boolean fill(InputStream in) throws IOException {
        int target = request.pattern().isMultiline() ? MAX_BYTES : CHUNK_BYTES;
        while (true) {
            if (length == buffer.length) {
                if (length >= target) {
                    return false;
                }
                buffer = Arrays.copyOf(buffer, Math.min(MAX_BYTES, length * 4));
            }
            int read = in.read(buffer, length, buffer.length - length);
            if (read < 0) {
                return true;
            }
            length += read;
            unread -= read;
            if (unread <= 0) {
                return true;
            }
        }
    }

    /** Returns the end of the last whole line; of a line that is too long, what there is of it. */
    private int endOfChunk(int from) {
        int end = length;
        while (end > from && buffer[end - 1] != '\n') {
            end--;
        }
        return end > from ? end : length;
    }

    private int shift(int to) {
        int keep = keeper.keepFrom(buffer, to);
        System.arraycopy(buffer, keep, buffer, 0, length - keep);
        length -= keep;
        keeper.shifted(keep);
        return to - keep;
    }

    private void searchPart(int from, int to) {
        if (request.pattern().isMultiline()) {
            searchAcrossLines(from, to);
        } else {
            searchLines(from, to);
        }
        keeper.finish(buffer, to);
    }

    private void searchLines(int from, int to) {
        int at = from;
        while (at < to) {
            int found = finder.findLine(buffer, at, to);
            if (found < 0) {
                return;
            }
            count++;
            if (request.want() == Want.FILES) {
                return;
            }
            int end = Lines.end(buffer, found, to);
            keeper.keep(buffer, Lines.start(buffer, found, at), end, to);
            at = end + 1;
        }
    }

    private void searchAcrossLines(int from, int to) {
        if (!finder.matches(buffer, from, to)) {
            return;
        }
        if (request.want() == Want.FILES) {
            count++;
            return;
        }
        Matcher matcher = request.pattern().matcher(buffer, from, to);
        int seen = from;
        while (matcher.find() && !stop.getAsBoolean()) {
            count++;
            int first = from + matcher.start();
            int last = Math.max(first, from + matcher.end() - 1);
            int start = Math.max(seen, Lines.start(buffer, Math.min(first, to), from));
            int end = Lines.end(buffer, last, to);
            for (int at = start; at < end || (at == end && start == end && at < to); ) {
                int lineEnd = Lines.end(buffer, at, to);
                keeper.keep(buffer, at, lineEnd, to);
                at = lineEnd + 1;
                seen = at;
            }
        }
    }
}
