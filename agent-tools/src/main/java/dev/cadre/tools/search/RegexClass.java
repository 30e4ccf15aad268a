package dev.cadre.tools.search;

/** Parses what stands in brackets. */
final class RegexClass {

    private static final int MAX_DEPTH = 20;

    private final RegexText text;
    private final boolean ignoreCase;
    private int depth;

    RegexClass(RegexText text, boolean ignoreCase) {
        this.text = text;
        this.ignoreCase = ignoreCase;
    }

    /** Parses up to the closing bracket; the opening one is read already. */
    CharSet parse() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw text.failure("brackets are nested deeper than " + MAX_DEPTH);
        }
        boolean negated = text.take('^');
        CharSet set = CharSet.NONE;
        boolean first = true;
        while (first || !text.take(']')) {
            if (text.take("&&")) {
                set = set.intersection(rest());
            } else if (text.sees("--") && !first) {
                text.take("--");
                set = set.intersection(rest().complement());
            } else {
                set = set.union(item());
            }
            first = false;
        }
        depth--;
        // Folded before it is negated: [^a] without regard to case holds neither a nor A.
        CharSet folded = ignoreCase ? CaseFolding.closure(set) : set;
        return negated ? folded.complement() : folded;
    }

    /** Reads the right side of an operator, up to the next one or the end. */
    private CharSet rest() {
        CharSet set = CharSet.NONE;
        while (!text.sees("]") && !text.sees("&&") && !text.sees("--")) {
            set = set.union(item());
        }
        return set;
    }

    private CharSet item() {
        if (text.take("[:")) {
            return posix();
        }
        if (text.take('[')) {
            return parse();
        }
        if (text.take('\\')) {
            CharSet named = new RegexEscape(text).set().orElse(null);
            if (named != null) {
                return named;
            }
            return range(new RegexEscape(text).character());
        }
        return range(text.next());
    }

    private CharSet posix() {
        boolean negated = text.take('^');
        String name = text.upTo(':');
        if (!text.take(']')) {
            throw text.failure("\":]\" is missing");
        }
        CharSet set = CharClasses.posix(name).orElseThrow(() -> text.failure("unknown class \"" + name + "\""));
        return negated ? set.complement() : set;
    }

    private CharSet range(int first) {
        if (!text.sees("-") || text.sees("-]") || text.sees("--")) {
            return CharSet.of(first, first);
        }
        text.take('-');
        int last = text.take('\\') ? new RegexEscape(text).character() : text.next();
        if (last < first) {
            throw text.failure("a range is backwards");
        }
        return CharSet.of(first, last);
    }
}
