package dev.cadre.tools.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Makes the sandbox with the programs of util-linux, and perl for the filter of system calls. */
final class Unshare implements Backend {

    @Override
    public String title() {
        return "unshare";
    }

    @Override
    public List<String> command(SandboxPlan plan, SessionFolder session, FileView view)
            throws BackendUnavailableException {
        List<String> command = new ArrayList<>();
        command.add(Backend.require("unshare", "the package util-linux", plan).toString());
        Backend.require("setpriv", "the package util-linux", plan);
        command.addAll(List.of("--user", "--map-current-user", "--keep-caps", "--mount", "--pid", "--fork"));
        command.addAll(List.of("--kill-child", "--ipc", "--uts", "--cgroup"));
        if (plan.network() != SandboxPlan.Network.HOST) {
            command.add("--net");
        }
        command.addAll(List.of("--", "/bin/bash", "-c", SessionFolder.script("setup"), "setup"));
        command.add(session.root().toString());
        command.add(plan.workspace().toString());
        command.add(plan.network() == SandboxPlan.Network.HOST ? "open" : "closed");
        command.add(Integer.toString(view.operations().size()));
        for (MountOperation operation : view.operations()) {
            command.add(operation.kind().word());
            command.add(operation.source());
            command.add(operation.target());
        }
        // The step through env comes after the capabilities are gone: only then the unreadable program stays
        // unreadable.
        command.addAll(List.of("/usr/bin/env", "-i"));
        plan.environment().forEach((name, value) -> command.add(name + "=" + value));
        OptionalInt prctl = SystemCallFilter.prctl();
        if (prctl.isPresent()) {
            command.add(Backend.require("perl", "the package perl", plan).toString());
            command.addAll(List.of(FileView.START + "/filter.pl", Integer.toString(prctl.getAsInt())));
            command.add(FileView.START + "/filter");
        }
        command.addAll(Backend.supervisor(plan));
        return command;
    }
}
