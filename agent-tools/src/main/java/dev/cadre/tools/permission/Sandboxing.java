package dev.cadre.tools.permission;

/** Says whether a shell command would run behind a boundary that the operating system keeps. */
public enum Sandboxing {
    /** A probed sandbox confines writes to the workspace, and cuts the network where that is denied. */
    ACTIVE,
    /** Nothing confines the command. */
    ABSENT
}
