package dev.cadre.tools.search;

import dev.cadre.tools.search.Node.Place;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Sorts code points into classes that a program does not tell apart. The classes of ASCII are known from the start;
 * others are found when their first member is met. Not thread-safe.
 */
final class Symbols {

    /** The class of the end of a line. */
    static final int END = 0;

    /** The class of bytes that are no UTF-8; no set holds them. */
    static final int INVALID = 1;

    /** The most classes; a character beyond has none. */
    static final int MAX = 256;

    /** What {@link #of} returns for a character that has no class. */
    static final int NONE = -1;

    private final Program program;
    private final boolean lines;
    private final boolean words;
    private final int[] ascii = new int[128];
    private final short[] plane = new short[0x10000];
    private final Map<BitSet, Integer> known = new HashMap<>();
    private final int[] samples = new int[MAX];
    private int size = 2;

    /** Sorts for a program; where lines are searched one by one, a line feed is their end. */
    Symbols(Program program, boolean lines) {
        this.program = program;
        this.lines = lines;
        this.words = program.places().contains(Place.WORD_BOUNDARY)
                || program.places().contains(Place.NO_WORD_BOUNDARY);
        samples[INVALID] = -1;
        Arrays.fill(plane, (short) -2);
        for (int c = 0; c < 128; c++) {
            ascii[c] = lines && c == '\n' ? END : classify(c);
        }
    }

    /** Returns the classes of the ASCII characters. */
    int[] ascii() {
        return ascii;
    }

    /** Returns the class of a character that is not ASCII. */
    int of(int c) {
        if (c < 0) {
            return INVALID;
        }
        if (c >= plane.length) {
            return classify(c);
        }
        if (plane[c] == -2) {
            plane[c] = (short) classify(c);
        }
        return plane[c];
    }

    /** Returns a member of a class; negative if it has no character. */
    int sample(int symbol) {
        return samples[symbol];
    }

    private int classify(int c) {
        BitSet signature = new BitSet();
        for (int i = 0; i < program.sets().size(); i++) {
            signature.set(i, program.sets().get(i).contains(c));
        }
        signature.set(program.sets().size(), words && CharClasses.isWord(c));
        signature.set(program.sets().size() + 1, !lines && c == '\n');
        Integer symbol = known.get(signature);
        if (symbol != null) {
            return symbol;
        }
        if (size == MAX) {
            return NONE;
        }
        samples[size] = c;
        known.put(signature, size);
        return size++;
    }
}
