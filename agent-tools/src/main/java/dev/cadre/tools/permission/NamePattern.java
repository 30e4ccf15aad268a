package dev.cadre.tools.permission;

import org.jspecify.annotations.Nullable;

/** Matches tool names: one name, a whole MCP server ({@code mcp__server}), or a glob. */
final class NamePattern {

    private final String name;
    // Most names are plain; those are only compared.
    private final @Nullable Glob glob;

    private NamePattern(String name) {
        this.name = name;
        this.glob = name.indexOf('*') >= 0 ? Glob.compile(name) : null;
    }

    static NamePattern compile(String name) {
        return new NamePattern(name);
    }

    boolean isGlob() {
        return glob != null;
    }

    /** Returns whether the pattern names one MCP server letter by letter, so that it may approve. */
    boolean isOfOneServer() {
        int end = name.indexOf("__", "mcp__".length());
        return name.startsWith("mcp__") && end > "mcp__".length() && name.indexOf('*') > end;
    }

    boolean matches(String tool) {
        if (glob != null) {
            return glob.matches(tool);
        }
        return name.equals(tool) || (isServer() && tool.startsWith(name + "__"));
    }

    private boolean isServer() {
        return name.startsWith("mcp__") && name.length() > "mcp__".length() && name.indexOf("__", "mcp__".length()) < 0;
    }
}
