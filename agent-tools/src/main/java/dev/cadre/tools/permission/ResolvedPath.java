package dev.cadre.tools.permission;

/**
 * Says what a path is, as written and in truth. Rules are tested on both.
 *
 * @param literal the absolute path as written, {@code .} and {@code ..} removed by name, no link followed
 * @param real the absolute path with all links followed
 * @param inside whether both lie inside the workspace
 */
public record ResolvedPath(String literal, String real, boolean inside) {}
