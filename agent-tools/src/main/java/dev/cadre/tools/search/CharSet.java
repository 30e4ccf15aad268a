package dev.cadre.tools.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Is a set of code points, kept as sorted ranges. Immutable. */
final class CharSet {

    static final int MAX = Character.MAX_CODE_POINT;

    static final CharSet NONE = new CharSet(new int[0]);
    static final CharSet ANY = of(0, MAX);
    static final CharSet NOT_NEWLINE = of('\n', '\n').complement();
    static final CharSet WORD_ASCII = of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');

    // Pairs of first and last.
    private final int[] ranges;

    private CharSet(int[] ranges) {
        this.ranges = ranges;
    }

    /** Makes a set of pairs of first and last, in any order. */
    static CharSet of(int... pairs) {
        List<int[]> sorted = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sorted.add(new int[] {pairs[i], pairs[i + 1]});
        }
        sorted.sort((a, b) -> Integer.compare(a[0], b[0]));
        int[] merged = new int[pairs.length];
        int size = 0;
        for (int[] range : sorted) {
            if (size > 0 && range[0] <= merged[size - 1] + 1) {
                merged[size - 1] = Math.max(merged[size - 1], range[1]);
            } else {
                merged[size++] = range[0];
                merged[size++] = range[1];
            }
        }
        return new CharSet(Arrays.copyOf(merged, size));
    }

    /** Makes the set of all code points that pass a test; surrogates never do. */
    static CharSet where(IntPredicate test) {
        int[] pairs = new int[64];
        int size = 0;
        boolean in = false;
        for (int c = 0; c <= MAX + 1; c++) {
            boolean now = c <= MAX && (c < 0xD800 || c > 0xDFFF) && test.test(c);
            if (now != in) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, size * 2);
                }
                pairs[size++] = now ? c : c - 1;
                in = now;
            }
        }
        return new CharSet(Arrays.copyOf(pairs, size));
    }

    CharSet union(CharSet other) {
        int[] both = Arrays.copyOf(ranges, ranges.length + other.ranges.length);
        System.arraycopy(other.ranges, 0, both, ranges.length, other.ranges.length);
        return of(both);
    }

    CharSet complement() {
        int[] pairs = new int[ranges.length + 2];
        int size = 0;
        int next = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] > next) {
                pairs[size++] = next;
                pairs[size++] = ranges[i] - 1;
            }
            next = ranges[i + 1] + 1;
        }
        if (next <= MAX) {
            pairs[size++] = next;
            pairs[size++] = MAX;
        }
        return new CharSet(Arrays.copyOf(pairs, size));
    }

    CharSet intersection(CharSet other) {
        return complement().union(other.complement()).complement();
    }

    boolean contains(int c) {
        int low = 0;
        int high = ranges.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (c < ranges[middle * 2]) {
                high = middle - 1;
            } else if (c > ranges[middle * 2 + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return ranges.length == 0;
    }

    /** Returns whether every member is one byte in UTF-8. */
    boolean isAscii() {
        return isEmpty() || ranges[ranges.length - 1] < 0x80;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CharSet that && Arrays.equals(ranges, that.ranges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranges);
    }

    /** Returns how many ranges there are. */
    int size() {
        return ranges.length / 2;
    }

    int first(int range) {
        return ranges[range * 2];
    }

    int last(int range) {
        return ranges[range * 2 + 1];
    }
}
