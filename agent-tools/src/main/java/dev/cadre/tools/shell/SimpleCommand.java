package dev.cadre.tools.shell;

import java.util.List;

/**
 * Is a command word by word.
 *
 * @param words none if there are only redirects
 * @param redirects the files that bash opens for it
 * @param text as it was written
 * @param offset where it starts
 * @param follows what is known of the command before it
 */
record SimpleCommand(List<Word> words, List<Redirect> redirects, String text, int offset, Follows follows) {

    /** Says what is certain about the command before a command. */
    enum Follows {
        /** Nothing. */
        ANYTHING,
        /** It succeeded, and ran in the same shell. */
        SUCCESS,
        /** It stands before a pipe, and so runs in a shell of its own. */
        PIPE
    }
}
