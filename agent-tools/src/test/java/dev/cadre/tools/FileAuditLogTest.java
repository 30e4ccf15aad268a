package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    record Input(String text) {}

    @TempDir
    private Path folder;

    private Path workspace;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        workspace = Files.createDirectory(folder.resolve("ws"));
        file = folder.resolve("audit.jsonl");
    }

    private FileAuditLog open() {
        return FileAuditLog.builder(file, workspace)
                .clock(CLOCK)
                .secret("hunter2-hunter2")
                .build();
    }

    private ToolOutcome call(AuditLog log, String id, String text) {
        Tool echo = Tools.tool("Echo", "Echoes.", Input.class, (input, context) -> ToolOutput.text(input.text()));
        PermissionPolicy policy = PermissionPolicy.of(List.of(PermissionLayer.builder("host")
                .approves(PermissionLayer.Approves.YES)
                .rules(new PermissionRules(List.of(), List.of(), List.of(PermissionRule.parse("Echo"))))
                .build()));
        try (ToolExecutor executor = ToolExecutor.builder(policy, LocalWorkspace.open(workspace))
                .tools(List.of(echo))
                .audit(log)
                .build()) {
            return executor.execute(new ToolCall(id, "Echo", Map.of("text", text)), CancellationToken.create());
        }
    }

    @Test
    void records_each_call_before_and_after() throws IOException {
        try (FileAuditLog log = open()) {
            call(log.forAgent("lead/reviewer"), "c1", "hello");
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"before\",\"agent\":\"lead/reviewer\","
                        + "\"call\":\"c1\",\"tool\":\"Echo\",\"hash_of_call\":\"")
                .contains("\"input\":{\"text\":\"hello\"},\"decision\":\"allow\",\"rule\":\"Echo\",\"layer\":\"host\"")
                .contains("\"runs\":true");
        assertThat(lines.get(1))
                .contains("\"event\":\"after\"")
                .contains("\"status\":\"executed\",\"is_error\":false,\"characters\":5");
    }

    @Test
    void records_calls_that_do_not_run() throws IOException {
        try (FileAuditLog log = open();
                ToolExecutor executor = ToolExecutor.builder(
                                PermissionPolicy.of(
                                        List.of(PermissionLayer.builder("host").build())),
                                LocalWorkspace.open(workspace))
                        .audit(log.forAgent("a"))
                        .build()) {
            executor.execute(new ToolCall("c1", "Nothing", Map.of()), CancellationToken.create());
        }

        assertThat(Files.readAllLines(file).get(0))
                .contains("\"decision\":\"error\",\"runs\":false,\"objection\":\"no tool");
    }

    @Test
    void continues_a_chain_that_holds() throws IOException {
        String head;
        try (FileAuditLog log = open()) {
            call(log.forAgent("a"), "c1", "one");
        }
        try (FileAuditLog log = open()) {
            call(log.forAgent("a"), "c2", "two");
            head = log.head();
        }

        assertThat(FileAuditLog.verify(file)).isEqualTo(head);
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void notices_every_change_of_a_file() throws IOException {
        try (FileAuditLog log = open()) {
            call(log.forAgent("a"), "c1", "one");
            call(log.forAgent("a"), "c2", "two");
        }
        List<String> lines = Files.readAllLines(file);

        for (int i = 0; i < lines.size(); i++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, changed.get(i).replace("\"agent\":\"a\"", "\"agent\":\"b\""));
            assertBroken(changed, i + 1);
            if (i < lines.size() - 1) {
                List<String> removed = new ArrayList<>(lines);
                removed.remove(i);
                assertBroken(removed, i + 1);
            }
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            assertBroken(doubled, i + 2);
        }
        assertBroken(List.of("{}"), 1);
        Files.writeString(file, String.join("\n", lines));
        assertThatThrownBy(() -> FileAuditLog.verify(file)).hasMessageContaining(":4: the audit log is broken");
    }

    @Test
    void notices_lines_that_were_moved_or_come_from_another_log() throws IOException {
        try (FileAuditLog log = open()) {
            call(log.forAgent("a"), "c1", "one");
            call(log.forAgent("a"), "c2", "two");
        }
        List<String> lines = Files.readAllLines(file);
        Files.delete(file);
        try (FileAuditLog log = open()) {
            call(log.forAgent("b"), "c3", "three");
        }
        List<String> others = Files.readAllLines(file);

        assertBroken(List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3)), 2);
        assertBroken(List.of(lines.get(0), others.get(0), lines.get(1), others.get(1)), 2);
        assertThat(FileAuditLog.verify(written(lines.subList(0, 2)))).isNotEqualTo(FileAuditLog.verify(written(lines)));
    }

    private Path written(List<String> lines) throws IOException {
        return Files.write(file, lines);
    }

    private void assertBroken(List<String> lines, int line) throws IOException {
        Files.write(file, lines);
        assertThatThrownBy(() -> FileAuditLog.verify(file))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining(":" + line + ": the audit log is broken")
                .satisfies(e -> assertThat(((AuditException) e).brokenLine()).hasValue(line));
        assertThatThrownBy(this::open).isInstanceOf(AuditException.class);
    }

    @Test
    void holds_no_secret() throws IOException {
        List<String> secrets = List.of(
                "hunter2-hunter2",
                "sk-" + "test-abcdefghijklmnopqrst",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "AKIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");
        try (FileAuditLog log = open()) {
            for (String secret : secrets) {
                call(log.forAgent("a"), "c", "curl -H 'x: " + secret + "'");
            }
            call(log.forAgent("a"), "c", "PASSWORD=topsecret1 DB_TOKEN='top secret2' \"api_key\": \"topsecret3\"");
            call(log.forAgent("a"), "c", "mysql --password topsecret7 && gh --auth-token 'top secret8' x");
            call(log.forAgent("a"), "c", "Authorization: Bearer topsecret4 https://me:topsecret5@example.com/");
            call(
                    log.forAgent("a"),
                    "c",
                    "-----BEGIN RSA PRIVATE KEY-----\ntopsecret6\n-----END RSA PRIVATE KEY----- kept");
        }

        String text = Files.readString(file);
        assertThat(text)
                .doesNotContain(secrets)
                .doesNotContain("secret1", "secret2", "secret3", "secret4", "secret5", "secret6", "secret7", "secret8");
        assertThat(text).contains("PASSWORD=[redacted]", "https://[redacted]example.com/", "[redacted] kept");
    }

    @Test
    void holds_no_value_of_a_parameter_that_is_called_a_secret() throws IOException {
        Map<String, Object> input =
                Map.of("text", Map.of("password", "topsecret1", "X-Api-Key", "topsecret2", "max_tokens", 5));
        try (FileAuditLog log = open();
                ToolExecutor executor = ToolExecutor.builder(
                                PermissionPolicy.of(
                                        List.of(PermissionLayer.builder("host").build())),
                                LocalWorkspace.open(workspace))
                        .audit(log.forAgent("a"))
                        .build()) {
            executor.execute(new ToolCall("c1", "Login", input), CancellationToken.create());
        }

        assertThat(Files.readString(file))
                .doesNotContain("topsecret")
                .contains("\"password\":\"[redacted]\"", "\"max_tokens\":5");
    }

    @Test
    void cuts_long_inputs() throws IOException {
        try (FileAuditLog log = open()) {
            call(log.forAgent("a"), "c", "x".repeat(100_000));
        }

        assertThat(Files.size(file)).isLessThan(5000);
        assertThat(Files.readString(file)).contains("(98000 characters more)");
    }

    @Test
    void is_for_its_owner_alone_and_outside_of_what_agents_write() throws IOException {
        open().close();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::open).hasMessageContaining("mode 0600");
        Files.createSymbolicLink(folder.resolve("link"), workspace);
        assertThatThrownBy(() -> FileAuditLog.builder(folder.resolve("link/a.jsonl"), workspace)
                        .build())
                .hasMessageContaining("which agents can write");
    }

    @Test
    void follows_no_link() throws IOException {
        Files.createSymbolicLink(file, Files.createFile(folder.resolve("other")));

        assertThatThrownBy(this::open).isInstanceOf(AuditException.class);
    }

    @Test
    void has_one_writer() {
        try (FileAuditLog log = open()) {
            assertThat(log.head()).isEqualTo("0".repeat(64));
            assertThatThrownBy(this::open).hasMessageContaining("in use elsewhere");
        }
    }

    @Test
    void is_locked_against_other_processes_for_as_long_as_it_is_open() throws Exception {
        try (FileAuditLog log = open()) {
            assertThat(openedElsewhere()).contains("in use elsewhere");
            FileAuditLog.verify(file);
            assertThat(openedElsewhere()).contains("in use elsewhere");
            call(log.forAgent("a"), "c1", "one");
        }
        assertThat(openedElsewhere()).contains("opened");
    }

    private String openedElsewhere() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditMain.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void outlives_the_interrupt_of_one_of_its_runs() {
        try (FileAuditLog log = open()) {
            Thread.currentThread().interrupt();
            ToolOutcome interrupted = call(log.forAgent("a"), "c1", "one");
            boolean kept = Thread.interrupted();
            ToolOutcome later = call(log.forAgent("b"), "c2", "two");

            assertThat(List.of(interrupted.status(), later.status())).containsOnly(ToolOutcome.Status.EXECUTED);
            assertThat(kept).isTrue();
        }
    }

    @Test
    void a_call_that_can_not_be_recorded_is_refused() {
        FileAuditLog log = open();
        log.close();

        ToolOutcome outcome = call(log.forAgent("a"), "c1", "never");

        assertThat(outcome.status()).isEqualTo(ToolOutcome.Status.DENIED);
        assertThat(outcome.output().toString()).contains("audit log").doesNotContain("never");
    }
}
