package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the analyser against real bash: every program that bash starts, with its arguments and folder, and every file
 * that it opens, must have been predicted. Runs a million inputs with {@code -Pproof}, as many as
 * {@code -Dcadre.proof.inputs} says otherwise.
 */
class ShellOracleTest {

    private static final boolean IS_PROOF = Boolean.getBoolean("cadre.proof");
    private static final int INPUTS = Integer.getInteger("cadre.proof.inputs", IS_PROOF ? 1_000_000 : 2_000);
    private static final long SEED = Long.getLong("cadre.proof.seed", 42);
    private static final int BATCH = 800;

    // strace takes so long that only a part of the inputs is watched by it.
    private static final int TRACED_PART = 50;

    // One batch in so many runs each command in a bash of its own.
    private static final int EXECUTED_PART = 20;

    private final CommandGenerator generator = new CommandGenerator(SEED);
    private final List<String> unsound = new ArrayList<>();
    private final List<BashOracle.Case> batch = new ArrayList<>();
    private final Set<String> distinct = new HashSet<>();
    private int inputs;
    private int analysed;
    private int batches;
    private int programs;
    private int calls;

    @BeforeEach
    void needs_bash_in_a_box() throws IOException, InterruptedException {
        String obstacle = BashOracle.obstacle();
        if (!obstacle.isEmpty()) {
            Assumptions.abort("real bash can't be asked: " + obstacle);
        }
    }

    @Test
    void every_program_and_file_that_bash_uses_was_predicted() throws IOException, InterruptedException {
        consider(INPUTS, false);

        assertThat(unsound).isEmpty();
        assertThat(analysed).isGreaterThan(INPUTS / 10);
        assertThat(programs).isGreaterThan(analysed / 2);
    }

    @Test
    void every_file_and_program_that_the_kernel_was_asked_for_was_predicted() throws IOException, InterruptedException {
        consider(INPUTS / TRACED_PART, true);

        assertThat(unsound).isEmpty();
        assertThat(calls).isGreaterThan(analysed);
    }

    private void consider(int count, boolean isTraced) throws IOException, InterruptedException {
        List<String> known = attacks();
        for (int i = 0; i < count; i++) {
            boolean changes = i % 2 == 1;
            consider(changes ? generator.change(known.get(i / 2 % known.size())) : generator.make(), isTraced);
        }
        flush(isTraced);
        report(isTraced);
    }

    // The seeds make all programs succeed, all fail, and two mixtures; without && and || one shows everything.
    private void consider(String text, boolean isTraced) throws IOException, InterruptedException {
        inputs++;
        if (!distinct.add(text)) {
            return;
        }
        if (!(ShellAnalyser.analyse(text) instanceof Analysis.Analysed)) {
            return;
        }
        analysed++;
        boolean depends = text.contains("&&") || text.contains("||");
        for (int seed = 0; seed < (depends ? 4 : 1); seed++) {
            batch.add(new BashOracle.Case(text, seed));
        }
        if (batch.size() >= BATCH) {
            flush(isTraced);
        }
    }

    private void flush(boolean isTraced) throws IOException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        BashOracle.Witness own = batches++ % EXECUTED_PART == 0 ? BashOracle.Witness.EXEC : BashOracle.Witness.FORK;
        List<BashOracle.Seen> seen = BashOracle.run(batch, isTraced ? BashOracle.Witness.TRACE : own);
        assertThat(seen).as("answers to " + batch).hasSameSizeAs(batch);
        for (int i = 0; i < seen.size(); i++) {
            String text = batch.get(i).text();
            programs += seen.get(i).programs().size();
            calls += seen.get(i).calls().size();
            Prediction prediction = new Prediction(ShellAnalyser.analyse(text));
            List<String> misses = new ArrayList<>(prediction.misses(seen.get(i)));
            misses.addAll(prediction.misses(seen.get(i).calls(), "/ws/" + (i + 1) + "/w"));
            if (!misses.isEmpty() && unsound.size() < 50) {
                unsound.add(text + "\n   => " + misses);
            }
        }
        batch.clear();
        if (batches % 100 == 0) {
            report(isTraced);
        }
    }

    private void report(boolean isTraced) {
        System.out.println("oracle" + (isTraced ? " with strace: " : ": ") + inputs + " inputs, " + distinct.size()
                + " distinct, " + analysed + " analysed, " + programs + " programs seen, "
                + (isTraced ? calls + " system calls, " : "")
                + unsound.size() + " unsound");
    }

    private static List<String> attacks() throws IOException {
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
