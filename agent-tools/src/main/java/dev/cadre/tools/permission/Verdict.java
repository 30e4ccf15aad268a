package dev.cadre.tools.permission;

import java.util.Locale;

/** Is the machine's answer to a call, in the order of strictness. */
public enum Verdict {
    /** The call may run. */
    ALLOW,
    /** The call may run once a person, or a program in a person's place, approves this exact call. */
    ASK,
    /** The call must not run; no approval helps. */
    DENY;

    /** Returns the stricter of both. */
    public Verdict strictest(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the lower-case word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
