package dev.cadre.examples.cli;

import dev.cadre.tools.WorkspaceException;
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

    LineAnswers(Surroundings world) {
        this.world = world;
    }

    /** Makes the answer to one call. */
    interface Answerer {

        Map<String, Object> answer(CallLine line);
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
            print(answerer.answer(CallLine.of(object)));
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

    private void print(Map<String, Object> answer) {
        world.out().println(JsonLines.write(answer));
        world.out().flush();
    }
}
