package dev.cadre.tools.search;

import dev.cadre.tools.search.Node.Place;
import dev.cadre.tools.search.Program.Op;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program over UTF-8, making the deterministic states that the text needs when it needs them, in bounded memory.
 * The time is linear in the text: at worst each character costs one step of all states. Not thread-safe.
 */
final class LazyDfa {

    private static final int MAX_CACHED = 4096;
    private static final int MAX_CACHED_NUMBERS = 4_000_000;

    private static final int MATCH = -1;
    private static final int UNKNOWN = -2;

    // What stands before a place.
    private static final int AT_START = 0;
    private static final int AFTER_NEWLINE = 1;
    private static final int AFTER_WORD = 2;
    private static final int AFTER_OTHER = 3;

    private final Program program;
    private final boolean lines;
    private final boolean words;
    private final BooleanSupplier stop;
    private final Symbols symbols;
    private final int[] ascii;
    private final boolean[] stays = new boolean[256];

    private final Map<Key, Integer> index = new HashMap<>();
    private Key[] keys = new Key[64];
    private int[] table = new int[64 * Symbols.MAX];
    private int cached;
    private int numbers;
    private int built;
    private boolean stopped;

    private final int[] stack;
    private final int[] marks;
    private final int[] reached;
    private int mark;
    private int reachedSize;
    private boolean matched;

    /** Is a set of states of the program, not yet followed over places, and what stands before. */
    private record Key(int before, IntList states) {}

    private static final class IntList {
        private final int[] values;

        IntList(int[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof IntList that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /**
     * Makes a searcher.
     *
     * @param lines whether each line is a text of its own; else the text is one
     * @param stop tells to end early, as if nothing matched
     */
    LazyDfa(Program program, boolean lines, BooleanSupplier stop) {
        this.program = program;
        this.lines = lines;
        this.stop = stop;
        this.symbols = new Symbols(program, lines);
        this.ascii = symbols.ascii();
        this.words = program.places().contains(Place.WORD_BOUNDARY)
                || program.places().contains(Place.NO_WORD_BOUNDARY);
        this.stack = new int[program.size() + 1];
        this.marks = new int[program.size()];
        this.reached = new int[program.size()];
        intern(new Key(normal(AT_START), new IntList(new int[0])));
        for (int c = 0; c < 128; c++) {
            stays[c] = step(0, ascii[c]) == 0;
        }
        Arrays.fill(stays, 128, 256, staysOutsideAscii());
    }

    /** Returns whether no character beyond ASCII leads out of the first state. */
    private boolean staysOutsideAscii() {
        if (words || keys[0].before != normal(AFTER_OTHER)) {
            return false;
        }
        close(keys[0], AFTER_OTHER);
        for (int i = 0; i < reachedSize; i++) {
            if (!program.set(reached[i]).isAscii()) {
                return false;
            }
        }
        return !matched;
    }

    /** Returns whether the search was told to stop; what it returned then means nothing. */
    boolean isStopped() {
        return stopped;
    }

    /** Returns an offset in the first line that matches (in the text, if it is one), or -1. */
    int find(byte[] text, int from, int to) {
        int state = 0;
        int at = from;
        while (at < to) {
            if (state == 0) {
                while (at < to && stays[text[at] & 0xFF]) {
                    at++;
                }
                if (at == to) {
                    break;
                }
            }
            byte b = text[at];
            int symbol;
            int c = b;
            if (b >= 0) {
                symbol = ascii[b];
                at++;
            } else {
                long decoded = Utf8.decode(text, at, to);
                c = (int) decoded;
                symbol = symbols.of(c);
                at += (int) (decoded >>> 32);
            }
            int next = symbol >= 0 ? table[state * Symbols.MAX + symbol] : UNKNOWN;
            if (next == UNKNOWN) {
                next = symbol >= 0 ? step(state, symbol) : intern(successor(keys[state], c));
            }
            if (next == MATCH) {
                return at - 1;
            }
            if (stopped) {
                return -1;
            }
            state = next;
        }
        boolean open = !lines || (to > from && text[to - 1] != '\n');
        return open && step(state, Symbols.END) == MATCH ? Math.max(from, to - 1) : -1;
    }

    /** Returns where a state goes on a symbol, and remembers it. */
    private int step(int state, int symbol) {
        int known = table[state * Symbols.MAX + symbol];
        if (known != UNKNOWN) {
            return known;
        }
        if ((++built & 0xFF) == 0 && stop.getAsBoolean()) {
            stopped = true;
            return 0;
        }
        int flushes = cached;
        int next;
        if (symbol == Symbols.END) {
            close(keys[state], AT_START);
            next = matched ? MATCH : 0;
        } else {
            Key key = successor(keys[state], symbols.sample(symbol));
            next = matched ? MATCH : intern(key);
        }
        if (cached >= flushes) {
            table[state * Symbols.MAX + symbol] = next;
        }
        return next;
    }

    private Key successor(Key key, int c) {
        int after = c == '\n' ? AFTER_NEWLINE : words && CharClasses.isWord(c) ? AFTER_WORD : AFTER_OTHER;
        close(key, after);
        int[] states = new int[reachedSize];
        int size = 0;
        for (int i = 0; i < reachedSize && !matched; i++) {
            if (c >= 0 && program.set(reached[i]).contains(c)) {
                states[size++] = program.next(reached[i]);
            }
        }
        int[] sorted = Arrays.copyOf(states, size);
        Arrays.sort(sorted);
        return new Key(normal(after), new IntList(distinct(sorted)));
    }

    private static int[] distinct(int[] sorted) {
        int size = 0;
        for (int value : sorted) {
            if (size == 0 || sorted[size - 1] != value) {
                sorted[size++] = value;
            }
        }
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }

    /** Forgets differences that the program does not ask for, so that fewer states are made. */
    private int normal(int before) {
        boolean starts =
                program.places().contains(Place.LINE_START) || program.places().contains(Place.TEXT_START);
        if ((before == AFTER_WORD && !words) || ((before == AT_START || before == AFTER_NEWLINE) && !starts)) {
            return AFTER_OTHER;
        }
        return before;
    }

    private int intern(Key key) {
        if (matched) {
            return MATCH;
        }
        Integer known = index.get(key);
        if (known != null) {
            return known;
        }
        if (cached == MAX_CACHED || numbers > MAX_CACHED_NUMBERS) {
            forget();
        }
        if (cached == keys.length) {
            keys = Arrays.copyOf(keys, cached * 2);
            table = Arrays.copyOf(table, cached * 2 * Symbols.MAX);
        }
        Arrays.fill(table, cached * Symbols.MAX, (cached + 1) * Symbols.MAX, UNKNOWN);
        keys[cached] = key;
        index.put(key, cached);
        numbers += key.states.values.length;
        return cached++;
    }

    /** Forgets all states but the first. */
    private void forget() {
        Key first = keys[0];
        index.clear();
        index.put(first, 0);
        Arrays.fill(keys, 1, cached, null);
        cached = 1;
        numbers = 0;
        Arrays.fill(table, 0, Symbols.MAX, UNKNOWN);
    }

    /** Follows ways and places from a key, and from the program's start, for a match may begin anywhere. */
    private void close(Key key, int after) {
        mark++;
        reachedSize = 0;
        matched = false;
        for (int state : key.states.values) {
            follow(state, key.before, after);
        }
        follow(program.start(), key.before, after);
    }

    private void follow(int from, int before, int after) {
        int depth = 0;
        depth = push(from, depth);
        while (depth > 0) {
            int state = stack[--depth];
            Op op = program.op(state);
            if (op == Op.MATCH) {
                matched = true;
            } else if (op == Op.CHARS) {
                reached[reachedSize++] = state;
            } else if (op == Op.SPLIT) {
                depth = push(program.next(state), depth);
                depth = push(program.other(state), depth);
            } else if (holds(program.place(state), before, after)) {
                depth = push(program.next(state), depth);
            }
        }
    }

    private int push(int state, int depth) {
        if (marks[state] == mark) {
            return depth;
        }
        marks[state] = mark;
        stack[depth] = state;
        return depth + 1;
    }

    private static boolean holds(Place place, int before, int after) {
        return switch (place) {
            case LINE_START -> before == AT_START || before == AFTER_NEWLINE;
            case TEXT_START -> before == AT_START;
            case LINE_END -> after == AT_START || after == AFTER_NEWLINE;
            case TEXT_END -> after == AT_START;
            case WORD_BOUNDARY -> (before == AFTER_WORD) != (after == AFTER_WORD);
            case NO_WORD_BOUNDARY -> (before == AFTER_WORD) == (after == AFTER_WORD);
        };
    }
}
