package dev.cadre.tools.permission;

/**
 * Says one thing that a call touches. Permissions are decided on accesses, so every tool must declare all of its own.
 *
 * <p>Paths are as the call gave them: absolute, or relative to the workspace's root.
 */
public sealed interface Access {

    /**
     * Reads a file, or lists or searches below a folder.
     *
     * @param path the file or folder
     */
    record Read(String path) implements Access {}

    /**
     * Creates, changes or deletes a file.
     *
     * @param path the file
     */
    record Write(String path) implements Access {}

    /**
     * Runs a shell command.
     *
     * @param command the text that bash would get
     * @param directory the folder in which it starts, absolute or relative to the workspace's root
     */
    record Command(String command, String directory) implements Access {

        /** Makes a command that starts in the workspace's root. */
        public Command(String command) {
            this(command, ".");
        }
    }

    /**
     * Sends a request over the network.
     *
     * @param url the address as the call gave it
     */
    record Fetch(String url) implements Access {}

    /** Changes only the bookkeeping of the run itself, such as its todo list. */
    record Bookkeeping() implements Access {}

    /** Has effects that paths, commands and addresses do not describe; asks unless a rule allows the tool. */
    record Other() implements Access {}
}
