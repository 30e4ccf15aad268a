package dev.cadre.tools;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Says what a sandbox must allow and forbid.
 *
 * @param workspace the folder in which commands start and may write
 * @param network whether other machines may be reached; loopback inside the sandbox always may
 */
public record SandboxSpec(Path workspace, boolean network) {

    /** Refuses a relative workspace. */
    public SandboxSpec {
        Objects.requireNonNull(workspace, "workspace");
        if (!workspace.isAbsolute()) {
            throw new IllegalArgumentException("the workspace must be absolute, found " + workspace);
        }
    }
}
