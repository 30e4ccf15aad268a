package dev.cadre.core;

import dev.cadre.tools.AuditLog;
import dev.cadre.tools.Sandbox;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolExecutor;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.PermissionPolicy;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the tools of one agent and where they work; each run opens it anew, so that runs share no processes.
 *
 * @param policy what they may do
 * @param workspace the files on which they work
 * @param tools the host's pool
 * @param sandbox what runs shell commands
 * @param audit what records calls; none if null
 * @param clock the time of approvals and records
 */
record Toolbox(
        PermissionPolicy policy,
        Workspace workspace,
        List<Tool> tools,
        Sandbox sandbox,
        @Nullable AuditLog audit,
        Clock clock) {

    ToolExecutor open() {
        ToolExecutor.Builder executor = ToolExecutor.builder(policy, workspace)
                .tools(tools)
                .sandbox(sandbox)
                .clock(clock);
        if (audit != null) {
            executor.audit(audit);
        }
        return executor.build();
    }
}
