package dev.cadre.tools.sandbox;

import dev.cadre.llm.Json;
import dev.cadre.tools.SandboxLimits;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says all that a sandbox is to be.
 *
 * @param workspace the real path of the folder in which commands may write
 * @param network whether the host's network is shared
 * @param domains the hosts that a proxy lets commands reach where the network is not shared
 * @param readable more files and folders to show read-only
 * @param environment all variables that commands see
 * @param limits what they may use
 */
public record SandboxPlan(
        Path workspace,
        boolean network,
        List<String> domains,
        List<Path> readable,
        Map<String, String> environment,
        SandboxLimits limits) {

    /** Copies lists and maps. */
    public SandboxPlan {
        domains = Json.list(domains);
        readable = Json.list(readable);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}
