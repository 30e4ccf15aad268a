package dev.cadre.tools.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows the process that joins the sandbox's loopback to the host's proxy. The supervisor starts it, and again where a
 * command killed it.
 */
public final class Forwarder {

    /** The port inside. */
    static final int PORT = 3128;

    /** The proxy's socket, in the control folder. */
    static final String SOCKET = "proxy";

    private Forwarder() {}

    /** Returns variables with those added that tell programs to use the proxy. */
    public static Map<String, String> withProxy(Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        String http = "http://127.0.0.1:" + PORT;
        for (String name : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")) {
            all.putIfAbsent(name, http);
        }
        all.putIfAbsent("all_proxy", "socks5h://127.0.0.1:" + PORT);
        all.putIfAbsent("ALL_PROXY", "socks5h://127.0.0.1:" + PORT);
        all.putIfAbsent("no_proxy", "localhost,127.0.0.1,::1");
        all.putIfAbsent("NO_PROXY", "localhost,127.0.0.1,::1");
        return all;
    }
}
