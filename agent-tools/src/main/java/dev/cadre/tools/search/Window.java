package dev.cadre.tools.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds places where neighbouring bytes are of given sets. Each byte is a mask of the places at which it may stand;
 * of a window of n bytes only every (n-1)th pair needs to be looked at.
 */
final class Window {

    /** The most bytes of a window. */
    static final int MAX = 16;

    private final int[] masks = new int[256];
    private final int length;
    private final boolean exact;

    /**
     * Makes a window.
     *
     * @param sets the sets, one for each byte
     * @param exact whether whatever fits is a match
     */
    Window(List<boolean[]> sets, boolean exact) {
        this.length = sets.size();
        this.exact = exact;
        for (int i = 0; i < length; i++) {
            for (int b = 0; b < 256; b++) {
                masks[b] |= sets.get(i)[b] ? 1 << i : 0;
            }
        }
    }

    /** Finds the window of an expression; null if it has none. */
    static @Nullable Window of(Node node, boolean lines) {
        return new WindowFinder(lines).find(node);
    }

    boolean isExact() {
        return exact;
    }

    int length() {
        return length;
    }

    /** Returns the first offset at which all bytes fit, or -1. */
    int find(byte[] text, int from, int to) {
        if (length == 1) {
            return findOne(text, from, to);
        }
        int[] masks = this.masks;
        int stride = length - 1;
        for (int at = from + length - 2; at + 1 < to; at += stride) {
            int fits = masks[text[at] & 0xFF] & (masks[text[at + 1] & 0xFF] >>> 1);
            if (fits != 0) {
                int found = check(text, at, from, to, fits);
                if (found >= 0) {
                    return found;
                }
            }
        }
        return -1;
    }

    private int findOne(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (masks[text[at] & 0xFF] != 0) {
                return at;
            }
        }
        return -1;
    }

    private int check(byte[] text, int at, int from, int to, int places) {
        int left = places;
        while (left != 0) {
            // The place furthest in the window gives the earliest start.
            int place = 31 - Integer.numberOfLeadingZeros(left);
            left &= ~(1 << place);
            int start = at - place;
            if (start >= from && start + length <= to && fits(text, start)) {
                return start;
            }
        }
        return -1;
    }

    private boolean fits(byte[] text, int start) {
        for (int i = 0; i < length; i++) {
            if (((masks[text[start + i] & 0xFF] >>> i) & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
