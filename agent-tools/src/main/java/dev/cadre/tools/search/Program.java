package dev.cadre.tools.search;

import dev.cadre.tools.search.Node.Anchor;
import dev.cadre.tools.search.Node.Chars;
import dev.cadre.tools.search.Node.Choice;
import dev.cadre.tools.search.Node.Concat;
import dev.cadre.tools.search.Node.Place;
import dev.cadre.tools.search.Node.Repeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Is a nondeterministic automaton over code points. Immutable once compiled. */
final class Program {

    /** The most states; larger expressions are refused before they are built. */
    static final int MAX_STATES = 20_000;

    /** The state that is reached when all is matched. */
    static final int MATCH = 0;

    /** Says what a state waits for. */
    enum Op {
        MATCH,
        CHARS,
        SPLIT,
        PLACE
    }

    private final List<Place> placeOf = new ArrayList<>();
    private final Map<CharSet, Integer> setIndex = new LinkedHashMap<>();
    private final List<CharSet> sets = new ArrayList<>();
    private final Set<Place> places = EnumSet.noneOf(Place.class);
    private Op[] ops = new Op[64];

    // For CHARS the set's index, for SPLIT the other way, for PLACE the index of the place.
    private int[] arguments = new int[64];
    private int[] next = new int[64];
    private int size;
    private int start;

    private Program() {
        add(Op.MATCH, 0, 0);
    }

    /**
     * Compiles an expression.
     *
     * @throws TextPatternException if it is too large
     */
    static Program of(Node node) {
        Program program = new Program();
        program.start = program.compile(node, MATCH);
        return program;
    }

    int start() {
        return start;
    }

    int size() {
        return size;
    }

    Op op(int state) {
        return ops[state];
    }

    int next(int state) {
        return next[state];
    }

    int other(int state) {
        return arguments[state];
    }

    CharSet set(int state) {
        return sets.get(arguments[state]);
    }

    Place place(int state) {
        return placeOf.get(arguments[state]);
    }

    /** Returns the different sets. */
    List<CharSet> sets() {
        return sets;
    }

    /** Returns the places that it asks for. */
    Set<Place> places() {
        return places;
    }

    private int add(Op op, int argument, int to) {
        if (size == MAX_STATES) {
            throw new TextPatternException("the pattern is too large; use fewer or smaller repetitions");
        }
        if (size == ops.length) {
            ops = Arrays.copyOf(ops, size * 2);
            arguments = Arrays.copyOf(arguments, size * 2);
            next = Arrays.copyOf(next, size * 2);
        }
        ops[size] = op;
        arguments[size] = argument;
        next[size] = to;
        return size++;
    }

    /** Compiles a node that goes on to a state, and returns where it begins. */
    private int compile(Node node, int to) {
        if (node instanceof Chars chars) {
            return add(Op.CHARS, indexOf(chars.set()), to);
        }
        if (node instanceof Concat concat) {
            int at = to;
            for (int i = concat.parts().size() - 1; i >= 0; i--) {
                at = compile(concat.parts().get(i), at);
            }
            return at;
        }
        if (node instanceof Choice choice) {
            return compile(choice.options(), to);
        }
        if (node instanceof Repeat repeat) {
            return compile(repeat, to);
        }
        if (node instanceof Anchor anchor) {
            places.add(anchor.place());
            placeOf.add(anchor.place());
            return add(Op.PLACE, placeOf.size() - 1, to);
        }
        throw new IllegalStateException("an unknown node: " + node);
    }

    private int indexOf(CharSet set) {
        return setIndex.computeIfAbsent(set, fresh -> {
            sets.add(fresh);
            return sets.size() - 1;
        });
    }

    private int compile(List<Node> options, int to) {
        int at = compile(options.get(options.size() - 1), to);
        for (int i = options.size() - 2; i >= 0; i--) {
            int option = compile(options.get(i), to);
            at = add(Op.SPLIT, at, option);
        }
        return at;
    }

    private int compile(Repeat repeat, int to) {
        int at = to;
        if (repeat.max() < 0) {
            int split = add(Op.SPLIT, to, MATCH);
            int part = compile(repeat.part(), split);
            next[split] = part;
            at = split;
        } else {
            for (int i = repeat.min(); i < repeat.max(); i++) {
                int part = compile(repeat.part(), at);
                at = add(Op.SPLIT, to, part);
            }
        }
        for (int i = 0; i < repeat.min(); i++) {
            at = compile(repeat.part(), at);
        }
        return at;
    }
}
