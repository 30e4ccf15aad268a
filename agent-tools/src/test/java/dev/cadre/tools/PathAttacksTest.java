package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRequest;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ResolvedPath;
import dev.cadre.tools.permission.Sandboxing;
import dev.cadre.tools.permission.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Performs the attacks on paths, Glob and Grep of the shared collection against a real folder, permission first. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the attacks are written for POSIX paths")
class PathAttacksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CANARY = "canary-of-the-outside";

    @TempDir
    private Path temp;

    private Path root;
    private Path home;

    record Attack(Map<String, Object> row) {

        String id() {
            return (String) row.get("id");
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> part(String key) {
            return (Map<String, Object>) row.get(key);
        }

        @Override
        public String toString() {
            return id() + " " + row.get("tool") + ": " + row.get("why");
        }
    }

    static Stream<Attack> attacks() throws IOException {
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "attacks.jsonl");
        if (!Files.exists(file)) {
            Assumptions.abort("the collection of attacks is not there: " + file);
        }
        return Files.readAllLines(file).stream()
                .map(line -> new Attack(JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {})))
                .filter(attack -> List.of("path", "glob-grep").contains(attack.row.get("category")));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void is_refused_or_has_no_effect(Attack attack) throws Exception {
        root = Files.createDirectory(temp.toRealPath().resolve("ws"));
        home = Files.createDirectory(temp.toRealPath().resolve("home-v"));
        Files.writeString(home.resolve("x"), CANARY);
        Files.writeString(temp.toRealPath().resolve("secret"), CANARY);
        setUp(attack);
        Outcome outcome = call(attack);

        assertThat(outcome.text).doesNotContain(CANARY, "root:x:0", "PATH=");
        assertThat(home.toFile().list()).containsExactly("x");
        assertThat(home.resolve("x")).hasContent(CANARY);
        switch ((String) attack.row.get("expected")) {
            case "contained" -> assertThat(outcome.refusal).isNotEqualTo(Refusal.CRASH);
            case "deny", "error" -> assertThat(outcome.refusal).as(outcome.text).isNotEqualTo(Refusal.NONE);
            case "ask" -> assertThat(outcome.refusal).isIn(Refusal.ASKED, Refusal.DENIED, Refusal.MALFORMED);
            default -> throw new IllegalStateException("an expectation nobody knows: " + attack.row);
        }
    }

    private enum Refusal {
        NONE,
        MALFORMED,
        DENIED,
        ASKED,
        FAILED,
        CRASH
    }

    private record Outcome(Refusal refusal, String text) {}

    private String concrete(String text) {
        return Pattern.compile("/ws-evil|/ws|/home/v").matcher(text).replaceAll(place -> switch (place.group()) {
            case "/ws" -> root.toString();
            case "/home/v" -> home.toString();
            default -> temp + "/ws-evil";
        });
    }

    private void setUp(Attack attack) throws Exception {
        if (attack.row.get("setup") instanceof String script) {
            Process process = new ProcessBuilder("bash", "-c", concrete(script.replace("/etc/hostname", "/home/v/x")))
                    .directory(root.toFile())
                    .start();
            if (process.waitFor() != 0) {
                Assumptions.abort("the attack can't be prepared here: " + script);
            }
        }
        switch (attack.id()) {
            case "path-037", "glob-grep-027", "glob-grep-028", "glob-grep-014" ->
                writeLine("oneline.txt", 'x', 8 << 20);
            case "path-038" -> writeBomb();
            case "path-039" -> Files.writeString(root.resolve("bomb.pdf"), "%PDF-1.7 bomb");
            case "path-040" ->
                Files.writeString(
                        root.resolve("img.svg"),
                        "<!DOCTYPE s [<!ENTITY x SYSTEM \"file://" + home + "/x\">]><svg>&x;</svg>");
            case "glob-grep-016", "glob-grep-017" -> writeLine("line.txt", 'x', 200_000);
            case "path-073" -> Files.createSymbolicLink(root.resolve("f"), home.resolve("x"));
            case "path-074" -> Files.createSymbolicLink(root.resolve("race"), home.resolve("x"));
            case "path-075" -> Files.createSymbolicLink(root.resolve("d"), home);
            case "path-079", "path-081" -> Files.writeString(root.resolve(".env"), CANARY);
            default -> Files.writeString(root.resolve("README.md"), "x\n");
        }
    }

    private void writeLine(String name, char character, int length) throws IOException {
        Files.writeString(root.resolve(name), String.valueOf(character).repeat(length));
    }

    private void writeBomb() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve("bomb.gz")))) {
            out.write(CANARY.repeat(100_000).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Outcome call(Attack attack) {
        Map<String, Object> input = new LinkedHashMap<>();
        attack.part("input").forEach((key, value) -> {
            if (!key.equals("schedule")) {
                input.put(key, value instanceof String text && !key.equals("pattern") ? concrete(text) : value);
            }
        });
        if (attack.row.get("tool").equals("Write")) {
            input.putIfAbsent("content", "text");
        }
        if (attack.row.get("tool").equals("Edit")) {
            input.putIfAbsent("old_string", CANARY);
            input.putIfAbsent("new_string", "text");
        }
        Tool tool = BuiltinTools.all().stream()
                .filter(one -> one.spec().name().equals(attack.row.get("tool")))
                .findFirst()
                .orElseThrow();
        try {
            return perform(attack, tool, input);
        } catch (ToolInputException | PathRefusedException e) {
            return new Outcome(Refusal.MALFORMED, String.valueOf(e.getMessage()));
        } catch (ToolFailureException e) {
            return new Outcome(Refusal.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome(Refusal.CRASH, e.toString());
        }
    }

    private Outcome perform(Attack attack, Tool tool, Map<String, Object> input) {
        LocalWorkspace workspace = LocalWorkspace.open(root);
        PermissionPolicy policy = policy(attack.part("policy"));
        ToolAction action = tool.prepare(input);
        Verdict verdict = policy.decide(new PermissionRequest(
                        tool.spec().name(), input, action.accesses(), workspace, Sandboxing.ABSENT))
                .verdict();
        if (verdict != Verdict.ALLOW) {
            return new Outcome(verdict == Verdict.DENY ? Refusal.DENIED : Refusal.ASKED, "");
        }
        FakeToolContext context = new FakeToolContext(workspace)
                .readable((ResolvedPath path) -> policy.maySearch(path, workspace.root()));
        return new Outcome(Refusal.NONE, FakeToolContext.text(action.perform(context)));
    }

    private static PermissionPolicy policy(Map<String, Object> policy) {
        return PermissionPolicy.of(List.of(PermissionLayer.builder("host")
                .approves(PermissionLayer.Approves.YES)
                .rules(new PermissionRules(rules(policy.get("deny")), List.of(), rules(policy.get("allow"))))
                .build()));
    }

    private static List<PermissionRule> rules(Object rules) {
        return rules instanceof List<?> list
                ? list.stream().map(rule -> PermissionRule.parse((String) rule)).toList()
                : List.of();
    }
}
