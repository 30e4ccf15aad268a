package dev.cadre.benchmarks;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures what loaded definitions keep, by the size of their files: all of them together, and each alone.
 *
 * <p>What is used after collections is compared before and after loading. One definition is too small to be seen, so that
 * each is loaded many times; that takes long, so that of many files only some are measured alone, evenly by their sizes. The
 * readers' classes and tables are loaded beforehand; they do not grow with definitions.
 */
final class KeptMemory {

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int COLLECTIONS = 3;
    private static final long VISIBLE_BYTES = 1 << 20;
    private static final int MOST_ALONE = 100;

    private final DefinitionReader reader = DefinitionReader.create();

    private KeptMemory() {}

    static void run() {
        new KeptMemory().measure(DefinitionFiles.load());
    }

    private void measure(List<DefinitionFile> files) {
        load(files, 1);
        List<DefinitionFile> loaded = files.stream()
                .filter(file ->
                        reader.read(file.name(), file.bytes()).definition().isPresent())
                .toList();
        long bytes = loaded.stream().mapToLong(file -> file.bytes().length).sum();
        double together = kept(loaded, 1) / (double) bytes;
        List<Double> alone = new ArrayList<>();
        for (DefinitionFile file : evenlyBySize(loaded)) {
            int copies = (int) Math.max(16, VISIBLE_BYTES / file.bytes().length);
            alone.add(kept(List.of(file), copies) / ((double) copies * file.bytes().length));
        }
        report(loaded.size(), bytes, together, alone);
    }

    // The smallest and the largest are always among them.
    private static List<DefinitionFile> evenlyBySize(List<DefinitionFile> files) {
        if (files.size() <= MOST_ALONE) {
            return files;
        }
        List<DefinitionFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparingInt(file -> file.bytes().length));
        List<DefinitionFile> some = new ArrayList<>();
        for (int i = 0; i < MOST_ALONE; i++) {
            some.add(sorted.get((int) ((long) i * (sorted.size() - 1) / (MOST_ALONE - 1))));
        }
        return some;
    }

    private long kept(List<DefinitionFile> files, int copies) {
        long before = used();
        List<AgentDefinition> definitions = load(files, copies);
        long after = used();
        // Held until here, so that nothing is collected before it was counted.
        return definitions.isEmpty() ? 0 : after - before;
    }

    private List<AgentDefinition> load(List<DefinitionFile> files, int copies) {
        List<AgentDefinition> definitions = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            for (DefinitionFile file : files) {
                Reading reading = reader.read(file.name(), file.bytes());
                reading.definition().ifPresent(definitions::add);
            }
        }
        return definitions;
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void report(int loaded, long bytes, double together, List<Double> alone) {
        Collections.sort(alone);
        System.out.printf(
                Locale.ROOT,
                "%d definitions of %d bytes: together %.2f of their files; %d of them alone: median %.2f, most %.2f;"
                        + " above 2.5: %d%n",
                loaded,
                bytes,
                together,
                alone.size(),
                alone.get(alone.size() / 2),
                alone.get(alone.size() - 1),
                alone.stream().filter(ratio -> ratio > 2.5).count());
    }
}
