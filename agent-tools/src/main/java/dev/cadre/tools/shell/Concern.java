package dev.cadre.tools.shell;

/**
 * Is why a rule that approves a program with any arguments does not mean this call of it.
 *
 * @param reason in words
 * @param spelling the argument that a rule must spell out to mean it; empty if only a rule on the exact command may
 * @param hidesCommands whether commands may run that the analysis does not show
 */
public record Concern(String reason, String spelling, boolean hidesCommands) {}
