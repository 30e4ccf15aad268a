package dev.cadre.examples.cli;

import dev.cadre.tools.BuiltinTools;
import dev.cadre.tools.LocalWorkspace;
import dev.cadre.tools.Sandbox;
import dev.cadre.tools.ToolExecutor;
import dev.cadre.tools.WorkspaceException;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.RuleSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers each line of standard input with one line; lines that can't be understood are answered with an error. */
final class LineAnswers {

    private final Surroundings world;
    private final Sandbox sandbox;

    LineAnswers(Surroundings world, Sandbox sandbox) {
        this.world = world;
        this.sandbox = sandbox;
    }

    /** Makes the answer to one call. */
    interface Answerer {

        /** Answers with an executor of the line's policy, which is closed afterwards. */
        Map<String, Object> answer(CallLine line, PermissionPolicy policy, ToolExecutor executor);
    }

    /** Returns the exit code: 0 if every line was understood, 1 if one was not. */
    int answer(Answerer answerer) {
        int code = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !answer(line, answerer)) {
                    code = 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code;
    }

    private boolean answer(String line, Answerer answerer) {
        Object id = "";
        try {
            Map<String, Object> object = JsonLines.read(line);
            id = object.getOrDefault("id", "");
            Map<String, Object> answer = answer(CallLine.of(object), answerer);
            answer.put("id", id);
            print(answer);
            return true;
        } catch (IllegalArgumentException | RuleSyntaxException | WorkspaceException e) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", id);
            answer.put("decision", "error");
            answer.put("reason", String.valueOf(e.getMessage()));
            print(answer);
            return false;
        }
    }

    private Map<String, Object> answer(CallLine line, Answerer answerer) {
        PermissionPolicy policy = line.policy().permissions();
        try (ToolExecutor executor = ToolExecutor.builder(
                        policy, LocalWorkspace.open(line.policy().workspace()))
                .tools(BuiltinTools.all())
                .sandbox(sandbox)
                .build()) {
            return answerer.answer(line, policy, executor);
        }
    }

    private void print(Map<String, Object> answer) {
        world.out().println(JsonLines.write(answer));
        world.out().flush();
    }
}
