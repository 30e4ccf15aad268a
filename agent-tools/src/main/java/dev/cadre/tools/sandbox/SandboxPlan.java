package dev.cadre.tools.sandbox;

import dev.cadre.llm.Json;
import dev.cadre.tools.SandboxLimits;
import dev.cadre.tools.egress.DomainList;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says all that a sandbox is to be.
 *
 * @param workspace the real path of the folder in which commands may write
 * @param network what leads out
 * @param hosts what the proxy lets commands reach, if there is one
 * @param readable more files and folders to show read-only
 * @param hidden real paths of files and folders of the workspace to show empty, none below another
 * @param environment all variables that commands see
 * @param limits what they may use
 * @param repository what they may do to the repository at the workspace's root
 */
public record SandboxPlan(
        Path workspace,
        Network network,
        DomainList hosts,
        List<Path> readable,
        List<Path> hidden,
        Map<String, String> environment,
        SandboxLimits limits,
        Repository repository) {

    /** Copies lists and maps. */
    public SandboxPlan {
        readable = Json.list(readable);
        hidden = Json.list(hidden);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** Says what leads out of a sandbox. */
    public enum Network {
        /** Nothing. */
        NONE,
        /** A proxy. */
        PROXY,
        /** All that leads out of this machine. */
        HOST
    }

    /** Says what commands may do to a repository. */
    public enum Repository {
        /** Read it. */
        READ,
        /** Also commit to it, but not change its settings and hooks. */
        COMMIT
    }
}
