package dev.cadre.tools;

import java.time.Duration;

/**
 * Is one command for bash.
 *
 * @param text what bash gets
 * @param timeout how long it may take; all its processes are killed then
 */
public record ShellCommand(String text, Duration timeout) {

    /** Refuses a time limit that is not positive. */
    public ShellCommand {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the time limit must be positive, found " + timeout);
        }
    }
}
