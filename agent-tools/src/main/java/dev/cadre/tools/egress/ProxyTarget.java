package dev.cadre.tools.egress;

/**
 * Is where a client of the proxy wants to go.
 *
 * @param host its one spelling
 * @param port 80 or 443
 */
record ProxyTarget(HostName host, int port) {

    /**
     * Parses host and port as a proxy gets them.
     *
     * @throws EgressRefusedException if the host is not canonical, or the port is none of the web
     */
    static ProxyTarget of(String host, int port) {
        if (port != 80 && port != 443) {
            throw new EgressRefusedException("port " + port + " is refused: only 80 and 443 can be reached");
        }
        return new ProxyTarget(HostName.parse(host), port);
    }

    /** Parses {@code host:port}. */
    static ProxyTarget parse(String authority) {
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || !authority.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
            throw new EgressRefusedException("a proxy needs a host and a port");
        }
        return of(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
    }
}
