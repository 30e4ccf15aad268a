package dev.cadre.examples.cli;

import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.Sandbox;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that chooses what confines shell commands. */
final class SandboxChoice {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--sandbox",
            paramLabel = "BACKEND",
            description = "bubblewrap or unshare: that and no other; by default the first that works here.")
    private @Nullable String backend;

    Sandbox sandbox() {
        if (backend == null) {
            return LocalSandbox.create();
        }
        for (LocalSandbox.Backend known : LocalSandbox.Backend.values()) {
            if (known.name().equals(backend.toUpperCase(Locale.ROOT))) {
                return LocalSandbox.builder().backends(known).build();
            }
        }
        throw new ParameterException(
                spec.commandLine(), "unknown sandbox \"" + backend + "\"; expected bubblewrap or unshare");
    }
}
