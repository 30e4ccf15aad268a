package dev.cadre.tools.shell;

/**
 * Is a file that an argument names, or may name.
 *
 * @param word its name, relative to any of the command's directories
 * @param kind what happens to it
 */
public record FileUse(Word word, Kind kind) {

    /** Says what a command does with a file. */
    public enum Kind {
        /** It is read. */
        READ,
        /** It is read, or all that lies below it. */
        READ_TREE,
        /** It is made, changed or removed. */
        WRITE,
        /** Nobody knows; it may not even be a file's name. */
        UNKNOWN
    }
}
