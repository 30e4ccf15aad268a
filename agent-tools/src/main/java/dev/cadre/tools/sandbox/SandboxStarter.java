package dev.cadre.tools.sandbox;

import dev.cadre.tools.SandboxLimits;
import dev.cadre.tools.egress.DomainList;
import dev.cadre.tools.egress.EgressGuard;
import dev.cadre.tools.egress.EgressProxy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Starts sandboxes of one plan with one back end, and proves each before it hands it out. Thread-safe. */
final class SandboxStarter {

    private static final Duration START = Duration.ofSeconds(30);

    private final SandboxPlan plan;
    private final Backend backend;
    private final BiFunction<String, SandboxLimits, ControlGroups> groupMaker;
    private final ProxyStarter proxyStarter;

    SandboxStarter(SandboxPlan plan, Backend backend) {
        this(plan, backend, ControlGroups::create, SandboxStarter::startProxy);
    }

    SandboxStarter(
            SandboxPlan plan,
            Backend backend,
            BiFunction<String, SandboxLimits, ControlGroups> groupMaker,
            ProxyStarter proxyStarter) {
        this.plan = plan;
        this.backend = backend;
        this.groupMaker = groupMaker;
        this.proxyStarter = proxyStarter;
    }

    /** Starts what listens on a socket to be made, and lets commands out to some hosts. */
    @FunctionalInterface
    interface ProxyStarter {

        Closeable start(Path socket, DomainList hosts) throws IOException;
    }

    private static Closeable startProxy(Path socket, DomainList hosts) throws IOException {
        return EgressProxy.start(socket, hosts, EgressGuard.create());
    }

    Backend backend() {
        return backend;
    }

    RunningSandbox start() throws BackendUnavailableException {
        try {
            SessionFolder session = SessionFolder.create();
            try {
                return start(session);
            } catch (BackendUnavailableException | IOException | RuntimeException e) {
                session.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new BackendUnavailableException("its files can't be made: " + e);
        }
    }

    private RunningSandbox start(SessionFolder session) throws BackendUnavailableException, IOException {
        Backend.require("flock", "the package util-linux", plan);
        if (plan.network() == SandboxPlan.Network.PROXY) {
            Backend.require("perl", "the package perl", plan);
        }
        WorkspaceScan scan = WorkspaceScan.of(plan.workspace());
        ProtectedPlaces places = ProtectedPlaces.of(plan.workspace(), scan.repositories(), plan.repository());
        FileView view = FileView.of(plan, session, places, scan);
        List<String> command = backend.command(plan, session, view);
        ControlGroups groups = groupMaker.apply(session.path().getFileName().toString(), plan.limits());
        Closeable proxy = () -> {};
        Supervisor supervisor;
        try {
            proxy = proxy(session);
            supervisor = Supervisor.start(launch(session, groups, places, command), session);
        } catch (IOException e) {
            proxy.close();
            groups.delete();
            throw e;
        }
        RunningSandbox sandbox = new RunningSandbox(session, supervisor, groups, plan.limits(), proxy, view.covered());
        try {
            awaitReady(supervisor);
            new Canaries(sandbox, plan).prove();
            return sandbox;
        } catch (BackendUnavailableException | IOException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private Closeable proxy(SessionFolder session) throws IOException {
        return plan.network() == SandboxPlan.Network.PROXY
                ? proxyStarter.start(session.control().resolve(Forwarder.SOCKET), plan.hosts())
                : () -> {};
    }

    private List<String> launch(
            SessionFolder session, ControlGroups groups, ProtectedPlaces places, List<String> command) {
        List<String> launch = new ArrayList<>(List.of("/bin/bash", "-c", SessionFolder.script("launcher"), "launcher"));
        launch.add(session.path().toString());
        launch.add(plan.workspace().toString());
        addCounted(launch, groups.groups());
        addCounted(launch, places.points());
        launch.addAll(command);
        return launch;
    }

    private static void addCounted(List<String> arguments, List<Path> paths) {
        arguments.add(Integer.toString(paths.size()));
        paths.forEach(path -> arguments.add(path.toString()));
    }

    private static void awaitReady(Supervisor supervisor) throws BackendUnavailableException, IOException {
        try {
            Optional<String> reply = supervisor.reply(START);
            if (reply.equals(Optional.of("ready"))) {
                return;
            }
            String error = supervisor.startError();
            throw new BackendUnavailableException("it did not start" + (error.isEmpty() ? "" : ": " + error));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException("its start was interrupted");
        }
    }
}
