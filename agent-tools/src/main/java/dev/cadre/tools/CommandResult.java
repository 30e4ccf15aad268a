package dev.cadre.tools;

/**
 * Is what a command left behind.
 *
 * @param exitCode as bash gives it; 128 plus the signal for a killed command
 * @param stdout decoded as UTF-8, the middle left out where it was long
 * @param stderr likewise
 * @param end how it ended
 */
public record CommandResult(int exitCode, String stdout, String stderr, End end) {

    /** Says how a command ended. */
    public enum End {
        /** By itself. */
        EXITED,
        /** Its time was over. */
        TIMED_OUT,
        /** The run was cancelled. */
        CANCELLED,
        /** The sandbox died. */
        LOST,
        /** It printed more than the sandbox allows. */
        FLOODED
    }
}
