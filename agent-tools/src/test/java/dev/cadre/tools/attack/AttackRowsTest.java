package dev.cadre.tools.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.Sandboxing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Decides the shared attacks and controls, as far as the policy alone decides them. */
class AttackRowsTest {

    private static final Set<String> TOOLS = Set.of("Bash", "Read", "Write", "Edit", "Glob", "Grep", "WebFetch");

    // What these refuse is seen only when the tool acts: kinds of files, patterns, addresses behind a name.
    private static final Set<String> SEEN_BY_THE_TOOL =
            Set.of("path-020", "path-023", "path-034", "path-041", "path-069", "path-070", "path-073");

    @TempDir
    Path scratch;

    private final Map<String, int[]> table = new TreeMap<>();

    @Test
    @Timeout(120)
    void no_attack_is_allowed_and_controls_are() throws IOException {
        List<String> slipped = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int controls = 0;
        for (AttackRow row : AttackRow.all()) {
            if (!isDecided(row)) {
                continue;
            }
            controls += row.isControl() ? 1 : 0;
            judge(row, slipped, refused);
        }
        System.out.println(report());

        assertThat(slipped).as("attacks that slipped").isEmpty();
        assertThat(refused).as("controls that were refused").hasSizeLessThanOrEqualTo(2);
        assertThat(controls).isGreaterThan(50);
    }

    /** Returns whether the policy alone decides a row. */
    static boolean isDecided(AttackRow row) {
        return (row.isForCommandLine() || row.isTemplate())
                && TOOLS.contains(row.tool())
                && !SEEN_BY_THE_TOOL.contains(row.id())
                && !isForEgressGuard(row)
                && !isContainedByTool(row);
    }

    private void judge(AttackRow row, List<String> slipped, List<String> refused) throws IOException {
        int[] counts = table.computeIfAbsent(row.category(), category -> new int[3]);
        counts[0]++;
        for (Sandboxing sandboxing : Sandboxing.values()) {
            String outcome = new AttackBench(Files.createTempDirectory(scratch, "row")).decide(row, sandboxing);
            if (row.isControl() && !outcome.equals("allow")) {
                counts[2]++;
                refused.add(row.id() + " " + outcome + " " + row.input());
                return;
            }
            if (!row.isControl() && !isRefusal(row, outcome, sandboxing)) {
                counts[1]++;
                slipped.add(row.id() + " " + outcome + ", expected " + row.expected() + ": " + row.input());
                return;
            }
        }
    }

    private static boolean isRefusal(AttackRow row, String outcome, Sandboxing sandboxing) {
        String expected = row.expected();
        if (outcome.equals(expected) || row.alsoAccepts(outcome) || outcome.equals("deny") || outcome.equals("error")) {
            return true;
        }
        boolean isContained = expected.equals("contained") || row.alsoAccepts("contained");
        return isContained && (outcome.equals("ask") || isOnlySandboxed(row, sandboxing));
    }

    // Rows that a sandbox contains say nothing of a host that allows the command without one.
    private static boolean isOnlySandboxed(AttackRow row, Sandboxing sandboxing) {
        return sandboxing == Sandboxing.ACTIVE || !row.policy().path("tools").has("permissions");
    }

    private static boolean isForEgressGuard(AttackRow row) {
        boolean isScoped = row.policy().path("allow").toString().contains("domain:");
        boolean isOff =
                row.policy().path("permissions").path("network").toString().equals("false");
        return row.tool().equals("WebFetch") && !isScoped && !isOff;
    }

    private static boolean isContainedByTool(AttackRow row) {
        return !row.tool().equals("Bash") && row.expected().equals("contained");
    }

    private String report() {
        StringBuilder report = new StringBuilder("category         rows slipped refused\n");
        table.forEach((category, counts) ->
                report.append(String.format("%-16s %4d %7d %7d%n", category, counts[0], counts[1], counts[2])));
        return report.toString();
    }
}
