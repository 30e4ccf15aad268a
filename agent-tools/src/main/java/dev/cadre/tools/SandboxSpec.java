package dev.cadre.tools;

import dev.cadre.llm.Json;
import dev.cadre.tools.egress.DomainList;
import dev.cadre.tools.egress.EgressRefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Says what a sandbox must allow and forbid.
 *
 * @param workspace the folder in which commands start and may write
 * @param network whether other machines may be reached; loopback inside the sandbox always may
 * @param domains with {@code network}, the only hosts that may be reached, and only by programs that use a proxy:
 *     {@code example.com}, or {@code *.example.com} for all below it; empty for the whole network of this machine
 */
public record SandboxSpec(Path workspace, boolean network, List<String> domains) {

    /** Refuses a relative workspace, and domains that are none. */
    public SandboxSpec {
        Objects.requireNonNull(workspace, "workspace");
        if (!workspace.isAbsolute()) {
            throw new IllegalArgumentException("the workspace must be absolute, found " + workspace);
        }
        domains = Json.list(domains);
        try {
            DomainList.of(domains);
        } catch (EgressRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Allows the whole network or none of it. */
    public SandboxSpec(Path workspace, boolean network) {
        this(workspace, network, List.of());
    }
}
