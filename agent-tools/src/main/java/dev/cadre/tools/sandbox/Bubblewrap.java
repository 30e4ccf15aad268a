package dev.cadre.tools.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Makes the sandbox with bubblewrap. */
final class Bubblewrap implements Backend {

    @Override
    public String title() {
        return "bubblewrap";
    }

    @Override
    public List<String> command(SandboxPlan plan, SessionFolder session, FileView view)
            throws BackendUnavailableException {
        List<String> command = new ArrayList<>();
        boolean filtered = SystemCallFilter.prctl().isPresent();
        if (filtered) {
            command.addAll(List.of("/bin/bash", "-c", "exec \"${@:2}\" 9<\"$1\"", "filter"));
            command.add(session.filter().toString());
        }
        command.add(Backend.require("bwrap", "the package bubblewrap", plan).toString());
        // Without --die-with-parent: it follows the thread that started bubblewrap, and that may end early.
        command.addAll(List.of("--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts"));
        command.addAll(List.of("--unshare-cgroup-try", "--disable-userns", "--as-pid-1", "--new-session"));
        command.addAll(List.of("--cap-drop", "ALL", "--hostname", "sandbox"));
        if (filtered) {
            command.addAll(List.of("--seccomp", "9"));
        }
        if (plan.network() != SandboxPlan.Network.HOST) {
            command.add("--unshare-net");
        }
        command.addAll(List.of("--proc", "/proc"));
        // As root bubblewrap leaves these writable.
        command.addAll(List.of("--ro-bind", "/proc/sys", "/proc/sys"));
        for (MountOperation operation : view.operations()) {
            command.addAll(arguments(operation));
        }
        command.addAll(List.of("--remount-ro", "/", "--clearenv"));
        plan.environment().forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
        command.addAll(List.of("--chdir", plan.workspace().toString(), "--"));
        command.addAll(Backend.supervisor(plan));
        return command;
    }

    private static List<String> arguments(MountOperation operation) {
        String source = operation.source();
        String target = operation.target();
        return switch (operation.kind()) {
            case BIND -> List.of("--bind", source, target);
            case RO_BIND -> List.of("--ro-bind", source, target);
            case DEVICE -> List.of("--dev-bind", source, target);
            case TMPFS -> tmpfs(source, target);
            case SYMLINK -> List.of("--symlink", source, target);
            case FOLDER -> List.of("--dir", target);
            case REMOUNT_RO -> List.of("--remount-ro", target);
        };
    }

    /** Turns mount options as in {@code mode=755,size=1024k} into arguments. */
    private static List<String> tmpfs(String options, String target) {
        List<String> arguments = new ArrayList<>();
        for (String option : options.split(",", -1)) {
            String value = option.substring(option.indexOf('=') + 1);
            arguments.addAll(option.startsWith("mode=") ? List.of("--perms", value) : List.of("--size", bytes(value)));
        }
        arguments.addAll(List.of("--tmpfs", target));
        return arguments;
    }

    private static String bytes(String size) {
        long count = Long.parseLong(size.substring(0, size.length() - 1));
        return Long.toString(size.endsWith("m") ? count << 20 : count << 10);
    }
}
