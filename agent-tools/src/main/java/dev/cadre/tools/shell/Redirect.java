package dev.cadre.tools.shell;

/**
 * Is a file that bash itself opens for a command.
 *
 * @param writes whether the file is created, changed or cut
 * @param target its name
 */
public record Redirect(boolean writes, Word target) {}
