package dev.cadre.tools;

import dev.cadre.llm.CancellationToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs nothing and keeps what it was told. */
final class SpyingSandbox implements Sandbox, SandboxSession {

    final List<SandboxSpec> specs = new ArrayList<>();
    final List<Path> written = new ArrayList<>();
    String directory = ".";

    @Override
    public SandboxSession open(SandboxSpec spec) {
        specs.add(spec);
        return this;
    }

    @Override
    public CommandResult run(ShellCommand command, CancellationToken cancellation) {
        return new CommandResult(0, "", "", CommandResult.End.EXITED);
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public void wroteOnHost(Path file) {
        written.add(file);
    }

    @Override
    public String backend() {
        return "none";
    }

    @Override
    public void close() {}
}
