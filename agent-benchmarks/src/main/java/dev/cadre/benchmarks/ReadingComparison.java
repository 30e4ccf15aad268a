package dev.cadre.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs both sides of {@link ReadingBenchmark} and says how they relate. */
final class ReadingComparison {

    private ReadingComparison() {}

    static void run() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(ReadingBenchmark.class.getName());
        String shared = System.getProperty("cadre.shared");
        if (shared != null) {
            options.jvmArgsAppend("-Dcadre.shared=" + shared);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        double bare = median(results, "bareParser");
        double full = median(results, "fullReading");
        System.out.printf(
                Locale.ROOT,
                "%n%d files; medians: bare parser %.2f ms, full reading %.2f ms; throughput of the full reading: %.2f of"
                        + " the bare parser's%n",
                DefinitionFiles.load().size(),
                bare,
                full,
                bare / full);
    }

    private static double median(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }
}
