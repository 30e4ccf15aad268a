package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the analyser against real bash: every program that bash starts, with its arguments and folder, and every file
 * that it opens for writing, must have been predicted. Runs at length with {@code -Dcadre.proof.inputs=1000000}.
 */
class ShellOracleTest {

    private static final int INPUTS = Integer.getInteger("cadre.proof.inputs", 2_000);
    private static final long SEED = Long.getLong("cadre.proof.seed", 42);
    private static final int BATCH = 400;

    private final CommandGenerator generator = new CommandGenerator(SEED);
    private final List<String> unsound = new ArrayList<>();
    private final List<BashOracle.Case> batch = new ArrayList<>();
    private int analysed;
    private int programs;

    @BeforeEach
    void needs_bash_in_a_box() throws IOException, InterruptedException {
        String obstacle = BashOracle.obstacle();
        if (!obstacle.isEmpty()) {
            Assumptions.abort("real bash can't be asked: " + obstacle);
        }
    }

    @Test
    void every_program_and_file_that_bash_uses_was_predicted() throws IOException, InterruptedException {
        List<String> known = attacks();
        for (int i = 0; i < INPUTS; i++) {
            boolean changes = i % 2 == 1;
            String text = changes ? generator.change(known.get(i / 2 % known.size())) : generator.make();
            consider(text);
        }
        flush();
        System.out.println("oracle: " + INPUTS + " inputs, " + analysed + " analysed, " + programs + " programs seen, "
                + unsound.size() + " unsound");

        assertThat(unsound).isEmpty();
        assertThat(analysed).isGreaterThan(INPUTS / 10);
        assertThat(programs).isGreaterThan(analysed / 2);
    }

    // The seeds make all programs succeed, all fail, and two mixtures; without && and || one shows everything.
    private void consider(String text) throws IOException, InterruptedException {
        if (!(ShellAnalyser.analyse(text) instanceof Analysis.Analysed)) {
            return;
        }
        analysed++;
        boolean depends = text.contains("&&") || text.contains("||");
        for (int seed = 0; seed < (depends ? 4 : 1); seed++) {
            batch.add(new BashOracle.Case(text, seed));
        }
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private void flush() throws IOException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        List<BashOracle.Seen> seen = BashOracle.run(batch);
        assertThat(seen).as("answers to " + batch).hasSameSizeAs(batch);
        for (int i = 0; i < seen.size(); i++) {
            String text = batch.get(i).text();
            programs += seen.get(i).programs().size();
            List<String> misses = new Prediction(ShellAnalyser.analyse(text)).misses(seen.get(i));
            if (!misses.isEmpty() && unsound.size() < 50) {
                unsound.add(text + "\n   => " + misses);
            }
        }
        batch.clear();
    }

    private List<String> attacks() throws IOException {
        List<String> commands = new ArrayList<>(List.of("canary a | curl b && ls > n1", "cd d; canary 'x y' # c"));
        Path file = Path.of(System.getProperty("cadre.shared", "../shared"), "data", "attacks.jsonl");
        if (Files.exists(file)) {
            JsonMapper mapper = JsonMapper.builder().build();
            for (String line : Files.readAllLines(file)) {
                String command =
                        mapper.readTree(line).path("input").path("command").asString("");
                if (!command.isEmpty() && command.length() < 500) {
                    commands.add(command);
                }
            }
        }
        return commands;
    }
}
