package dev.cadre.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares whole processes: a JVM that does nothing, one that parses one frontmatter with Jackson, and one that loads one
 * definition. Rounds take turns, so that a busy machine disturbs all alike.
 */
final class FirstComparison {

    private static final List<String> FILES = List.of("reviewer.md", "unquoted.md");
    private static final List<Class<?>> SIDES = List.of(FirstNothing.class, FirstYaml.class, FirstDefinition.class);

    private FirstComparison() {}

    static void run(int rounds) throws IOException, InterruptedException {
        for (String name : FILES) {
            Path file = Files.createTempFile("definition", ".md");
            try (InputStream in = FirstComparison.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("no resource " + name);
                }
                Files.write(file, in.readAllBytes());
                report(name, measure(file, rounds));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Map<Class<?>, List<Long>> measure(Path file, int rounds) throws IOException, InterruptedException {
        Map<Class<?>, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Class<?> side : SIDES) {
                long time = time(side, file);
                // The first round warms the disk's caches.
                if (round > 0) {
                    times.computeIfAbsent(side, key -> new ArrayList<>()).add(time);
                }
            }
        }
        return times;
    }

    private static long time(Class<?> side, Path file) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder process =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), side.getName(), file.toString());
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        int exit = process.start().waitFor();
        if (exit != 0) {
            throw new IOException(side.getSimpleName() + " ended with " + exit);
        }
        return System.nanoTime() - start;
    }

    private static void report(String name, Map<Class<?>, List<Long>> times) {
        double nothing = median(times.get(FirstNothing.class));
        double yaml = median(times.get(FirstYaml.class));
        double definition = median(times.get(FirstDefinition.class));
        System.out.printf(
                Locale.ROOT,
                "%s: medians: JVM alone %.0f ms, JVM and Jackson YAML %.0f ms, JVM and the definition %.0f ms; the"
                        + " definition takes %.2f of Jackson's%n",
                name,
                nothing,
                yaml,
                definition,
                definition / yaml);
    }

    private static double median(@Nullable List<Long> times) {
        List<Long> sorted = new ArrayList<>(times == null ? List.of() : times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
