package dev.cadre.tools.sandbox;

import dev.cadre.tools.ShellCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the process that joins the sandbox's loopback to the host's proxy. Any command may kill it, so it is looked after. */
public final class Forwarder {

    /** The proxy's socket, in the control folder. */
    static final String SOCKET = "proxy";

    private static final int PORT = 3128;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    /** Returns the command that starts it unless it runs. */
    static ShellCommand ensure() {
        String listens = "(exec 3<>/dev/tcp/127.0.0.1/" + PORT + ") 2>/dev/null";
        String start = "setsid perl " + FileView.START + "/forwarder " + PORT + " " + FileView.CONTROL + "/" + SOCKET
                + " </dev/null >/dev/null 2>&1 &";
        return new ShellCommand(
                listens + " || { " + start + "\n until " + listens + "; do sleep 0.01; done; }", PATIENCE);
    }
}
