package dev.cadre.tools.permission;

/**
 * Holds the switches of a definition's {@code permissions} map.
 *
 * @param network whether tools and shell commands may reach other machines
 * @param mcp whether tools of MCP servers may be called
 */
public record Capabilities(Setting network, Setting mcp) {

    /** Nothing is said. */
    public static final Capabilities INHERIT = new Capabilities(Setting.INHERIT, Setting.INHERIT);

    /** Is what a layer says of one capability. A layer can't raise what another denies. */
    public enum Setting {
        /** The layer says nothing. */
        INHERIT,
        /** {@code true}: the layer does not object. */
        ALLOW,
        /** {@code false}: denied, whatever other layers say. */
        DENY;

        /** Returns what holds when both are said. */
        public Setting and(Setting other) {
            if (this == DENY || other == DENY) {
                return DENY;
            }
            return this == INHERIT ? other : this;
        }
    }

    /** Returns what holds when both are said. */
    public Capabilities and(Capabilities other) {
        return new Capabilities(network.and(other.network), mcp.and(other.mcp));
    }
}
