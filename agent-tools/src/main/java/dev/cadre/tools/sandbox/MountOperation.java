package dev.cadre.tools.sandbox;

/**
 * Is one step in building the view of the file system.
 *
 * @param kind what to do
 * @param source the host's path; for {@link Kind#TMPFS} its mount options, for {@link Kind#SYMLINK} what the link says
 * @param target the path inside
 */
record MountOperation(Kind kind, String source, String target) {

    enum Kind {
        /** Shows a file or folder, writable. */
        BIND("bind"),
        /** Shows a file or folder, read-only with all below it. */
        RO_BIND("ro-bind"),
        /** Shows a device. */
        DEVICE("device"),
        /** Puts an empty file system in memory there. */
        TMPFS("tmpfs"),
        /** Makes a symbolic link. */
        SYMLINK("symlink"),
        /** Makes an empty folder. */
        FOLDER("folder"),
        /** Makes a mount read-only, not those below it. */
        REMOUNT_RO("remount-ro");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
