package dev.cadre.core.definition;

/** Says where an agent keeps notes between runs; the host decides whether it may. */
public enum MemoryScope {
    /** With the person's own files. */
    USER,
    /** With the project's shared files. */
    PROJECT,
    /** With the project's files that are not shared. */
    LOCAL
}
