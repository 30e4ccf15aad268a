package dev.cadre.tools.search;

import dev.cadre.tools.search.Node.Anchor;
import dev.cadre.tools.search.Node.Chars;
import dev.cadre.tools.search.Node.Choice;
import dev.cadre.tools.search.Node.Concat;
import dev.cadre.tools.search.Node.Repeat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rarest neighbouring bytes that every match of an expression holds. */
final class WindowFinder {

    /** How often bytes stand in program texts, in ten-thousandths; what is not named is rare. */
    private static final int[] FREQUENCY = new int[256];

    static {
        String common = " etaionrslcdpumhgfbyv.,()\n_;=\"'/-*{}:TSCEIARN01wkxj";
        for (int i = 0; i < common.length(); i++) {
            FREQUENCY[common.charAt(i)] = Math.max(40, i == 0 ? 2000 : 700 - i * 16);
        }
        for (int b = 0; b < 256; b++) {
            FREQUENCY[b] = Math.max(FREQUENCY[b], b > 32 && b < 127 ? 15 : 4);
        }
    }

    private final boolean lines;

    WindowFinder(boolean lines) {
        this.lines = lines;
    }

    /**
     * Is what is known of a part.
     *
     * @param exact all its bytes, if it is always of one length and asks for nothing else
     * @param prefix bytes with which each match begins
     * @param suffix bytes with which each match ends
     * @param best the rarest bytes that each match holds
     */
    private record Known(
            @Nullable List<boolean[]> exact, List<boolean[]> prefix, List<boolean[]> suffix, List<boolean[]> best) {

        static final Known NOTHING = new Known(null, List.of(), List.of(), List.of());

        static Known exactly(List<boolean[]> sets) {
            return new Known(sets, sets, sets, sets);
        }
    }

    @Nullable
    Window find(Node node) {
        Known known = known(node);
        if (known.exact != null && !known.exact.isEmpty() && known.exact.size() <= Window.MAX) {
            return new Window(known.exact, true);
        }
        List<boolean[]> best = cut(known.best);
        return best.isEmpty() || rarity(best) < 2 ? null : new Window(best, false);
    }

    private Known known(Node node) {
        if (node instanceof Chars chars) {
            return known(chars.set());
        }
        if (node instanceof Concat concat) {
            return known(concat);
        }
        if (node instanceof Choice choice) {
            return known(choice);
        }
        if (node instanceof Repeat repeat) {
            return known(repeat);
        }
        if (node instanceof Anchor) {
            return Known.NOTHING;
        }
        throw new IllegalStateException("an unknown node: " + node);
    }

    private Known known(CharSet set) {
        if (set.size() == 1 && set.first(0) == set.last(0) && !set.isAscii()) {
            List<boolean[]> bytes = new ArrayList<>();
            for (byte b : Character.toString(set.first(0)).getBytes(StandardCharsets.UTF_8)) {
                boolean[] one = new boolean[256];
                one[b & 0xFF] = true;
                bytes.add(one);
            }
            return Known.exactly(bytes);
        }
        if (set.isEmpty() || !set.isAscii()) {
            return Known.NOTHING;
        }
        boolean[] bytes = new boolean[256];
        for (int b = 0; b < 128; b++) {
            bytes[b] = set.contains(b) && !(lines && b == '\n');
        }
        return Known.exactly(List.of(bytes));
    }

    private Known known(Concat concat) {
        List<boolean[]> run = new ArrayList<>();
        List<boolean[]> prefix = null;
        List<boolean[]> best = List.of();
        boolean exact = true;
        for (Node part : concat.parts()) {
            Known known = known(part);
            if (known.exact != null) {
                run.addAll(known.exact);
                continue;
            }
            // A place between characters takes no bytes, so the run goes on; but it must be checked.
            exact = false;
            if (part instanceof Anchor) {
                continue;
            }
            run.addAll(known.prefix);
            prefix = prefix == null ? List.copyOf(run) : prefix;
            best = rarer(rarer(best, run), known.best);
            run = new ArrayList<>(known.suffix);
        }
        best = rarer(best, run);
        return new Known(exact ? run : null, prefix == null ? run : prefix, run, exact ? run : best);
    }

    private Known known(Choice choice) {
        List<Known> options = choice.options().stream().map(this::known).toList();
        boolean exact = true;
        int length = -1;
        for (Known option : options) {
            exact &= option.exact != null && (length < 0 || option.exact.size() == length);
            length = option.exact == null ? -1 : option.exact.size();
        }
        if (exact) {
            // Each byte fits on its own, which lets mixtures through: TODO|FIXME also finds TIDE. So not exact.
            List<boolean[]> union = union(options.stream().map(Known::prefix).toList(), false);
            return new Known(length == 1 ? union : null, union, union, union);
        }
        return new Known(
                null,
                union(options.stream().map(Known::prefix).toList(), false),
                union(options.stream().map(Known::suffix).toList(), true),
                union(options.stream().map(known -> cut(known.best)).toList(), false));
    }

    private Known known(Repeat repeat) {
        Known known = known(repeat.part());
        if (repeat.min() == 0) {
            return Known.NOTHING;
        }
        if (known.exact == null) {
            return new Known(null, known.prefix, known.suffix, known.best);
        }
        List<boolean[]> times = new ArrayList<>();
        for (int i = 0; i < repeat.min() && times.size() < Window.MAX; i++) {
            times.addAll(known.exact);
        }
        boolean all = repeat.min() == repeat.max() && times.size() == known.exact.size() * repeat.min();
        return all ? Known.exactly(times) : new Known(null, times, times, times);
    }

    /** Returns sets that fit the beginnings, or the ends, of all. */
    private static List<boolean[]> union(List<List<boolean[]>> all, boolean ends) {
        int length = all.stream().mapToInt(List::size).min().orElse(0);
        List<boolean[]> union = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            boolean[] set = new boolean[256];
            for (List<boolean[]> one : all) {
                boolean[] member = one.get(ends ? one.size() - length + i : i);
                for (int b = 0; b < 256; b++) {
                    set[b] |= member[b];
                }
            }
            union.add(set);
        }
        return union;
    }

    private static List<boolean[]> rarer(List<boolean[]> one, List<boolean[]> other) {
        List<boolean[]> first = cut(one);
        List<boolean[]> second = cut(other);
        return rarity(second) > rarity(first) ? second : first;
    }

    /** Returns the rarest part that a window can hold. */
    private static List<boolean[]> cut(List<boolean[]> sets) {
        List<boolean[]> best = List.of();
        for (int i = 0; i < sets.size(); i++) {
            List<boolean[]> part = sets.subList(i, Math.min(sets.size(), i + Window.MAX));
            best = rarity(part) > rarity(best) ? List.copyOf(part) : best;
        }
        return best;
    }

    private static double rarity(List<boolean[]> sets) {
        double rarity = 0;
        for (boolean[] set : sets) {
            int frequency = 0;
            for (int b = 0; b < 256; b++) {
                frequency += set[b] ? FREQUENCY[b] : 0;
            }
            rarity -= Math.log(Math.min(1, Math.max(1, frequency) / 10_000.0));
        }
        return rarity;
    }
}
