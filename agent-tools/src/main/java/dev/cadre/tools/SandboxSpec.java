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
 * <p>With {@code network}, commands reach hosts on the open Internet, and no others: neither this machine nor its private
 * networks. {@code example.com} means that host, {@code *.example.com} all below it.
 *
 * @param workspace the folder in which commands start and may write
 * @param network whether other machines may be reached; loopback inside the sandbox always may
 * @param domains the only hosts that may be reached; empty for any
 * @param deniedDomains hosts that may not be reached in any case
 * @param hidden files and folders of the workspace that commands see empty and can't write, such as those that rules deny;
 *     those that are absent are passed over
 */
public record SandboxSpec(
        Path workspace, boolean network, List<String> domains, List<String> deniedDomains, List<Path> hidden) {

    /** Refuses a relative workspace, domains that are none, and hidden paths outside the workspace. */
    public SandboxSpec {
        Objects.requireNonNull(workspace, "workspace");
        if (!workspace.isAbsolute()) {
            throw new IllegalArgumentException("the workspace must be absolute, found " + workspace);
        }
        domains = Json.list(domains);
        deniedDomains = Json.list(deniedDomains);
        hidden = hidden.stream().map(Path::normalize).toList();
        for (Path path : hidden) {
            if (!path.startsWith(workspace) || path.equals(workspace)) {
                throw new IllegalArgumentException("what is hidden must lie in " + workspace + ", found " + path);
            }
        }
        try {
            DomainList.of(domains, deniedDomains);
        } catch (EgressRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Hides nothing. */
    public SandboxSpec(Path workspace, boolean network, List<String> domains, List<String> deniedDomains) {
        this(workspace, network, domains, deniedDomains, List.of());
    }

    /** Allows any host on the open Internet, or none. */
    public SandboxSpec(Path workspace, boolean network) {
        this(workspace, network, List.of(), List.of());
    }
}
