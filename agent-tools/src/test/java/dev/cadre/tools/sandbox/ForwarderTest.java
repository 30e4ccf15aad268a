package dev.cadre.tools.sandbox;

import static dev.cadre.tools.sandbox.SandboxFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.CommandResult;
import dev.cadre.tools.LocalSandbox;
import dev.cadre.tools.LocalSandbox.Backend;
import dev.cadre.tools.SandboxSession;
import dev.cadre.tools.SandboxSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks the real proxy from inside for a host that it refuses: its words prove the way, and nothing leaves the machine. */
@ParameterizedClass
@EnumSource(Backend.class)
class ForwarderTest {

    private static final String ASK =
            "exec 3<>/dev/tcp/127.0.0.1/3128; printf 'GET http://evil.example/ HTTP/1.1\\r\\n\\r\\n' >&3; cat <&3";

    private final Backend backend;

    @TempDir
    private Path workspace;

    ForwarderTest(Backend backend) {
        this.backend = backend;
    }

    private SandboxSession open() {
        return LocalSandbox.builder()
                .backends(backend)
                .build()
                .open(new SandboxSpec(workspace, true, List.of("good.example"), List.of()));
    }

    @Test
    void joins_commands_to_the_proxy_and_to_nothing_else() {
        try (SandboxSession session = open()) {
            assertThat(run(session, ASK).stdout())
                    .contains("403 Forbidden")
                    .contains("\"evil.example\" is not among those that commands may reach");
            assertThat(run(session, "(exec 3<>/dev/tcp/192.0.2.1/80) 2>&1").stdout())
                    .contains("unreachable");
            assertThat(run(session, "echo $https_proxy").stdout()).isEqualTo("http://127.0.0.1:3128\n");
        }
    }

    @Test
    void is_started_again_when_a_command_killed_it() {
        try (SandboxSession session = open()) {
            CommandResult killed = run(session, "kill -9 -1");

            assertThat(killed.exitCode()).isEqualTo(137);
            assertThat(run(session, ASK).stdout()).contains("403 Forbidden");
        }
    }
}
