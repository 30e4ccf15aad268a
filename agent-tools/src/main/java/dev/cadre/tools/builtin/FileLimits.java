package dev.cadre.tools.builtin;

/** Holds the limits of the file tools. */
final class FileLimits {

    /** How many lines a read returns unless told otherwise. */
    static final int LINES = 2000;

    /** How many characters of a line are shown. */
    static final int LINE_CHARACTERS = 2000;

    /** How many characters a read returns at most. */
    static final int PAGE_CHARACTERS = 100_000;

    /** The largest image in bytes; models take no more. */
    static final int IMAGE_BYTES = 3_750_000;

    /** The largest file that is edited or replaced, in bytes. */
    static final int EDIT_BYTES = 32 << 20;

    /** How much of a file tells whether it is text, in bytes. */
    static final int HEAD_BYTES = 8192;

    private FileLimits() {}
}
