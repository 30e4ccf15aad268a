package dev.cadre.tools;

import dev.cadre.llm.Json;
import dev.cadre.tools.egress.DomainList;
import dev.cadre.tools.sandbox.Forwarder;
import dev.cadre.tools.sandbox.LocalSession;
import dev.cadre.tools.sandbox.SandboxPlan;
import dev.cadre.tools.sandbox.SeatbeltSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs commands on this machine, in namespaces of the Linux kernel made by bubblewrap, or by util-linux alone.
 *
 * <p>Commands see the system's programs read-only, an empty home, and the workspace; they can write in the workspace, less
 * its protected folders such as {@code .git}, and in a private {@code /tmp}. They hold no capability, see no variable of
 * this process, and reach no other machine unless the specification allows it. Closing the session ends all their
 * processes, and so does the end of the JVM, however it ends.
 *
 * <pre>{@code
 * Sandbox sandbox = LocalSandbox.create();
 * try (SandboxSession session = sandbox.open(new SandboxSpec(workspace, false))) {
 *     CommandResult result = session.run(new ShellCommand("make test", Duration.ofMinutes(2)), CancellationToken.create());
 * }
 * }</pre>
 *
 * <p>On macOS a profile of Seatbelt confines what commands read and write, without any network; it can't promise that all
 * their processes end. There is none for Windows. Immutable and thread-safe.
 */
public final class LocalSandbox implements Sandbox {

    private final List<Backend> backends;
    private final List<Path> readable;
    private final Map<String, String> environment;
    private final SandboxLimits limits;
    private final SandboxPlan.Repository repository;
    private final boolean hostNetwork;

    private LocalSandbox(Builder builder) {
        this.backends = Json.list(builder.backends);
        this.readable = Json.list(builder.readable);
        this.environment = new LinkedHashMap<>(builder.environment);
        this.limits = builder.limits;
        this.repository = builder.repository;
        this.hostNetwork = builder.hostNetwork;
    }

    /** Makes a sandbox with the usual limits. Nothing is started before {@link #open}. */
    public static LocalSandbox create() {
        return builder().build();
    }

    /** Starts from the options of {@link #create()}. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a sandbox and proves it by commands that try to break out; takes some 50 to 300 milliseconds.
     *
     * @throws SandboxUnavailableException if no back end can make it here, or the workspace can't be confined
     */
    @Override
    public SandboxSession open(SandboxSpec spec) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            List<String> names = backends.stream().map(backend -> backend.title).toList();
            return LocalSession.open(plan(spec, network(spec)), names);
        }
        if (system.contains("mac")) {
            // There is no second loopback for a proxy to listen on.
            return SeatbeltSession.open(plan(spec, SandboxPlan.Network.NONE));
        }
        throw new SandboxUnavailableException("there is no sandbox for commands on " + System.getProperty("os.name")
                + ", so none is run; use Linux, such as in a container, or give the agent no Bash");
    }

    private SandboxPlan plan(SandboxSpec spec, SandboxPlan.Network network) {
        Path workspace = realWorkspace(spec.workspace());
        return new SandboxPlan(
                workspace,
                network,
                DomainList.of(spec.domains(), spec.deniedDomains()),
                realReadable(),
                HiddenPaths.of(spec, workspace),
                network == SandboxPlan.Network.PROXY ? Forwarder.withProxy(environment) : environment,
                limits,
                repository);
    }

    private SandboxPlan.Network network(SandboxSpec spec) {
        if (!spec.network()) {
            return SandboxPlan.Network.NONE;
        }
        boolean isLimited = !spec.domains().isEmpty() || !spec.deniedDomains().isEmpty();
        return hostNetwork && !isLimited ? SandboxPlan.Network.HOST : SandboxPlan.Network.PROXY;
    }

    private static Path realWorkspace(Path workspace) {
        try {
            Path real = workspace.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new SandboxUnavailableException("the workspace \"" + workspace + "\" is no folder");
            }
            for (String system : List.of("/usr", "/etc", "/dev", "/proc", "/sys", "/run", "/boot")) {
                if (Path.of(system).startsWith(real) || real.startsWith(system)) {
                    throw new SandboxUnavailableException("the workspace \"" + real + "\" overlaps \"" + system
                            + "\", which commands may not write; use a folder of its own");
                }
            }
            return real;
        } catch (IOException e) {
            throw new SandboxUnavailableException("the workspace \"" + workspace + "\" can't be used: " + e);
        }
    }

    private List<Path> realReadable() {
        List<Path> real = new ArrayList<>();
        for (Path path : readable) {
            try {
                real.add(path.toRealPath());
            } catch (IOException e) {
                throw new SandboxUnavailableException("\"" + path + "\" is to be readable, but can't be read: " + e);
            }
        }
        return real;
    }

    /** Is a way to make the sandbox. */
    public enum Backend {
        /** The program {@code bwrap}. */
        BUBBLEWRAP("bubblewrap"),
        /** The programs {@code unshare} and {@code setpriv} of util-linux, and perl. */
        UNSHARE("unshare");

        private final String title;

        Backend(String title) {
            this.title = title;
        }
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private List<Backend> backends = List.of(Backend.values());
        private final List<Path> readable = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private SandboxLimits limits = SandboxLimits.create();
        private SandboxPlan.Repository repository = SandboxPlan.Repository.READ;
        private boolean hostNetwork;

        private Builder() {
            environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
            environment.put("HOME", "/tmp");
            environment.put("TMPDIR", "/tmp");
            environment.put("SHELL", "/bin/bash");
            environment.put("LANG", "C.UTF-8");
            environment.put("TERM", "dumb");
            environment.put("PAGER", "cat");
            environment.put("GIT_PAGER", "cat");
            environment.put("GIT_TERMINAL_PROMPT", "0");
            environment.put("GIT_CONFIG_NOSYSTEM", "1");
        }

        /** Sets which back ends are tried, in this order; all of them unless told otherwise. */
        public Builder backends(Backend... order) {
            if (order.length == 0) {
                throw new IllegalArgumentException("at least one back end is needed");
            }
            this.backends = List.of(order);
            return this;
        }

        /** Adds a file or folder that commands may read, such as a tool chain outside {@code /usr}. */
        public Builder readable(Path path) {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("the path must be absolute, found " + path);
            }
            readable.add(path);
            return this;
        }

        /** Sets a variable that commands see. Nothing is taken from this process; give no secrets. */
        public Builder environment(String name, String value) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*") || value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("\"" + name + "\" is no variable that a process can have");
            }
            environment.put(name, value);
            return this;
        }

        /** Sets what commands may use. */
        public Builder limits(SandboxLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * Lets commands commit to the repository at the workspace's root, which they may only read else. Its settings,
         * hooks and attributes stay as they are; but a command may rewrite or remove its history.
         */
        public Builder commits() {
            this.repository = SandboxPlan.Repository.COMMIT;
            return this;
        }

        /**
         * Shares the whole network of this machine with commands, private networks and services on loopback included,
         * where the network is allowed and no domain is named. Else they reach hosts on the open Internet only, by a
         * proxy, on the ports 80 and 443.
         */
        public Builder hostNetwork() {
            this.hostNetwork = true;
            return this;
        }

        /** Makes the sandbox. */
        public LocalSandbox build() {
            return new LocalSandbox(this);
        }
    }
}
