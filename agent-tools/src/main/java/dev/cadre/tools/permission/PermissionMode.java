package dev.cadre.tools.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says what happens to a tool call that no rule matches.
 *
 * <p>Modes have no order: each layer decides under its own mode, and the strictest decision holds. Words as in Claude
 * Code's page on permission modes; its {@code auto} is unknown here.
 */
public enum PermissionMode {
    /** Reads and searches inside the workspace run; everything else asks. */
    DEFAULT("default"),
    /** As {@link #DEFAULT}, and writes inside the workspace run, protected paths excepted. */
    ACCEPT_EDITS("acceptEdits"),
    /** Reads and searches inside the workspace run; everything else is denied. */
    PLAN("plan"),
    /** What {@link #DEFAULT} would ask is denied. */
    DONT_ASK("dontAsk"),
    /** Everything runs that no rule denies or asks for and no invariant forbids; for hosts only. */
    BYPASS_PERMISSIONS("bypassPermissions");

    private final String word;

    PermissionMode(String word) {
        this.word = word;
    }

    /** Returns the word that definition files and the command line use. */
    public String word() {
        return word;
    }

    /** Returns all words, in the order of this enum. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PermissionMode::word).toList();
    }

    /** Finds the mode of a word; {@code manual} is an alias of {@code default}. Case matters. */
    public static Optional<PermissionMode> of(String word) {
        if (word.equals("manual")) {
            return Optional.of(DEFAULT);
        }
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }
}
