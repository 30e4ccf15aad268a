package dev.cadre.benchmarks;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Measures the full reading of definitions against a bare run of the YAML parser that it is built on.
 *
 * <p>Both sides get the bytes of the same files, one after the other, on one thread. The bare side is told where the
 * frontmatter is, decodes only that, pulls all tokens and keeps nothing; where the text is no valid YAML it stops at the
 * error. The full side decodes the whole file, finds the frontmatter, recovers what is no YAML, tells the dialect, binds and
 * validates as every reader does, and makes the diagnostics. Neither looks at the prompt's structure.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

    private final List<DefinitionFile> files = DefinitionFiles.load();
    private final BareYaml yaml = new BareYaml();
    private final DefinitionReader reader = DefinitionReader.create();

    /** Runs only the YAML parser over the frontmatter of every file. */
    @Benchmark
    public void bareParser(Blackhole blackhole) {
        for (DefinitionFile file : files) {
            blackhole.consume(yaml.tokens(file));
        }
    }

    /** Reads every file completely. */
    @Benchmark
    public void fullReading(Blackhole blackhole) {
        for (DefinitionFile file : files) {
            Reading reading = reader.read(file.name(), file.bytes());
            blackhole.consume(reading);
        }
    }
}
