package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executes the shared attacks by {@code agents call}, in a process of its own and never as root. Rows with a check run twice:
 * under their own rules, and with all commands allowed, so that the sandbox alone stands in their way.
 */
@EnabledOnOs(OS.LINUX)
class AttackCallsTest {

    /** Rows that race or need a server: ConfinementRaceTest and WebClientTest of agent-tools make them concrete. */
    private static final List<String> ELSEWHERE = List.of("path-074", "path-075", "ssrf-067", "ssrf-068");

    private static final int PROGRAM_NOT_FOUND = 127;

    @TempDir
    Path folder;

    private OrdinaryUser user;

    @BeforeEach
    void prepare() throws IOException {
        user = OrdinaryUser.in(folder);
        user.shell(
                user.home(),
                "echo 'machine x password " + AttackTrial.SECRET + "' >.netrc; printf '[user]\\n\\tname = "
                        + AttackTrial.SECRET + "\\n' >.gitconfig; touch .bashrc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bubblewrap", "unshare"})
    void no_attack_has_its_effect(String backend) throws IOException {
        List<String> effects = new ArrayList<>();
        Map<String, int[]> table = new TreeMap<>();
        try (ServerSocket host = listener()) {
            List<AttackTrial> trials = trials(host.getLocalPort());
            List<Map<String, Object>> answers = answers(trials, host.getLocalPort(), Map.of(), backend);
            for (int i = 0; i < trials.size(); i++) {
                AttackTrial trial = trials.get(i);
                Map<String, Object> answer = answers.get(i);
                for (String effect : trial.effects(answer)) {
                    effects.add(trial.id() + " " + trial.granted() + ": " + effect);
                }
                count(answer, table.computeIfAbsent(trial.category(), category -> new int[4]));
            }
            host.setSoTimeout(1);
            assertThat(isReached(host)).as("a command reached the host").isFalse();
        }
        System.out.println(report(backend, table));

        assertThat(effects).as("effects that must not occur").isEmpty();
        assertThat(table.values().stream().mapToInt(counts -> counts[1]).sum())
                .as("commands that really ran")
                .isGreaterThan(60);
    }

    @Test
    void every_command_is_refused_where_no_sandbox_can_be_had() throws IOException {
        try (ServerSocket host = listener()) {
            List<AttackTrial> trials = trials(host.getLocalPort()).stream()
                    .filter(trial -> trial.tool().equals("Bash"))
                    .toList();
            Map<String, String> nothing =
                    Map.of("PATH", user.folder("no-programs").toString());
            List<Map<String, Object>> answers = answers(trials, host.getLocalPort(), nothing);

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer).containsEntry("executed", false))
                    .anySatisfy(answer -> assertThat(answer.get("output"))
                            .asString()
                            .contains("no sandbox for commands can be had here"));
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    private static boolean isReached(ServerSocket host) throws IOException {
        try {
            host.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private List<Map<String, Object>> answers(
            List<AttackTrial> trials, int port, Map<String, String> environment, String... backend) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(environment);
        for (String name : List.of("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN")) {
            all.put(name, AttackTrial.SECRET);
        }
        StringBuilder input = new StringBuilder();
        trials.forEach(trial -> input.append(trial.line(port)));
        String[] arguments =
                backend.length == 0 ? new String[] {"call"} : new String[] {"call", "--sandbox", backend[0]};
        List<Map<String, Object>> answers = user.agents(input.toString(), all, arguments)
                .lines()
                .map(JsonLines::read)
                .toList();
        assertThat(answers)
                .extracting(answer -> answer.get("id"))
                .isEqualTo(trials.stream().map(trial -> (Object) trial.id()).toList());
        return answers;
    }

    private List<AttackTrial> trials(int port) throws IOException {
        List<AttackTrial> trials = new ArrayList<>();
        for (Map<String, Object> row : rows()) {
            boolean isContained = "contained".equals(row.get("expected"))
                    || ((List<?>) row.getOrDefault("also_ok", List.of())).contains("contained");
            if (!"cli".equals(row.get("harness")) || ELSEWHERE.contains(row.get("id"))) {
                continue;
            }
            if (row.containsKey("check")) {
                trials.add(AttackTrial.of(row, List.of(), user, trials.size(), port));
            }
            if (row.containsKey("check") || isContained) {
                trials.add(AttackTrial.of(row, List.of("Bash"), user, trials.size(), port));
            }
        }
        return trials;
    }

    private static List<Map<String, Object>> rows() throws IOException {
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "attacks.jsonl");
        if (!Files.exists(file)) {
            Assumptions.abort("the collection of attacks is not there: " + file.toAbsolutePath());
        }
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(JsonLines::read)
                .toList();
    }

    private static void count(Map<String, Object> answer, int[] counts) {
        boolean isExecuted = Boolean.TRUE.equals(answer.get("executed"));
        boolean isAbsent = Integer.valueOf(PROGRAM_NOT_FOUND).equals(answer.get("exitCode"));
        counts[0]++;
        counts[isExecuted ? isAbsent ? 2 : 1 : 3]++;
    }

    private String report(String backend, Map<String, int[]> table) {
        StringBuilder report = new StringBuilder("attacks executed by agents call, " + backend + ", as " + user.name()
                + "\ncategory         calls  ran  no such program  refused\n");
        table.forEach((category, counts) -> report.append(
                String.format("%-16s %5d %4d %16d %8d%n", category, counts[0], counts[1], counts[2], counts[3])));
        return report.toString();
    }
}
