package dev.cadre.core.definition;

/** Says in which copy of the workspace an agent works. */
public enum Isolation {
    /** In a temporary git worktree. */
    WORKTREE
}
