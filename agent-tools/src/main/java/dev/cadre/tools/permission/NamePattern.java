package dev.cadre.tools.permission;

/** Matches tool names: one name, a whole MCP server ({@code mcp__server}), or a glob. */
final class NamePattern {

    private final String name;
    private final Glob glob;
    private final boolean isGlob;

    private NamePattern(String name) {
        this.name = name;
        this.glob = Glob.compile(name);
        this.isGlob = name.indexOf('*') >= 0;
    }

    static NamePattern compile(String name) {
        return new NamePattern(name);
    }

    boolean isGlob() {
        return isGlob;
    }

    /** Returns whether the pattern names one MCP server letter by letter, so that it may approve. */
    boolean isOfOneServer() {
        int end = name.indexOf("__", "mcp__".length());
        return name.startsWith("mcp__") && end > "mcp__".length() && name.indexOf('*') > end;
    }

    boolean matches(String tool) {
        if (isGlob) {
            return glob.matches(tool);
        }
        return name.equals(tool) || (isServer() && tool.startsWith(name + "__"));
    }

    private boolean isServer() {
        return name.startsWith("mcp__") && name.length() > "mcp__".length() && name.indexOf("__", "mcp__".length()) < 0;
    }
}
