package dev.cadre.tools;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.egress.DomainList;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.ReachableDomains;
import dev.cadre.tools.permission.ResolvedPath;
import dev.cadre.tools.permission.Sandboxing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds what the tools of one run share: the workspace, the sandbox once it is needed, and their memory. */
final class RunResources implements AutoCloseable {

    private final Workspace workspace;
    private final @Nullable Sandbox sandbox;
    private final PermissionPolicy policy;
    private final Map<Class<?>, Object> state = new ConcurrentHashMap<>();
    private @Nullable SandboxSession session;
    private boolean closed;

    RunResources(Workspace workspace, @Nullable Sandbox sandbox, PermissionPolicy policy) {
        this.workspace = workspace;
        this.sandbox = sandbox;
        this.policy = policy;
    }

    Workspace workspace() {
        return workspace;
    }

    Sandboxing sandboxing() {
        return sandbox == null ? Sandboxing.ABSENT : Sandboxing.ACTIVE;
    }

    /** Returns where the next shell command starts: commands may have changed it. */
    synchronized String shellDirectory() {
        return session == null ? "." : session.directory();
    }

    /** Tells the sandbox, if one runs, that a call wrote a file. */
    synchronized void wrote(ResolvedPath file) {
        if (session != null) {
            session.wroteOnHost(Path.of(file.real()));
        }
    }

    ToolContext context(String callId, CallPaths paths, CancellationToken cancellation) {
        return new Context(callId, paths, cancellation);
    }

    private synchronized SandboxSession session() {
        if (closed) {
            throw new ToolFailureException("the run has ended");
        }
        if (sandbox == null) {
            throw new SandboxUnavailableException("shell commands are refused: this agent has no sandbox");
        }
        if (session == null) {
            try {
                session = sandbox.open(spec());
            } catch (SandboxUnavailableException e) {
                throw new SandboxUnavailableException("shell commands are refused: " + e.getMessage());
            }
        }
        return session;
    }

    private SandboxSpec spec() {
        ReachableDomains domains = policy.reachableDomains();
        // What can mean no host on the open Internet, such as localhost, is out of reach anyway.
        List<String> allowed =
                domains.allowed().stream().filter(DomainList::isDomain).toList();
        List<String> denied =
                domains.denied().stream().filter(DomainList::isDomain).toList();
        boolean isNowhere = domains.extent() == ReachableDomains.Extent.LISTED && allowed.isEmpty();
        boolean network = policy.capabilities().network() != Capabilities.Setting.DENY && !isNowhere;
        Path root = Path.of(workspace.root());
        return new SandboxSpec(root, network, allowed, denied, DeniedFiles.in(root, policy));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private final class Context implements ToolContext {

        private final String callId;
        private final CallPaths paths;
        private final CancellationToken cancellation;

        private Context(String callId, CallPaths paths, CancellationToken cancellation) {
            this.callId = callId;
            this.paths = paths;
            this.cancellation = cancellation;
        }

        @Override
        public String callId() {
            return callId;
        }

        @Override
        public Workspace workspace() {
            return workspace;
        }

        @Override
        public SandboxSession sandbox() {
            return session();
        }

        @Override
        public CancellationToken cancellation() {
            return cancellation;
        }

        @Override
        public ResolvedPath resolve(String path) {
            return paths.resolve(path);
        }

        @Override
        public boolean readable(ResolvedPath path) {
            return policy.maySearch(path, workspace.root());
        }

        @Override
        public <T> T state(Class<T> type, Supplier<T> initial) {
            return type.cast(state.computeIfAbsent(type, key -> initial.get()));
        }
    }
}
