package dev.cadre.benchmarks;

import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.PermissionDecision;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRequest;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.Sandboxing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures one permission decision: by the tool's name, by a path, and for a compound shell command. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {

    // 100 characters: two lists and a pipe, all of it allowed.
    private static final String COMPOUND =
            "cd src && git status --short | grep -v target; mvn -q -o test -Dtest=NotesTest && git diff --stat HEAD~1";

    private final PathResolver paths = new KnownPaths();
    private final PermissionPolicy policy = PermissionPolicy.of(List.of(PermissionLayer.builder("host")
            .approves(PermissionLayer.Approves.YES)
            .rules(new PermissionRules(
                    rules("Bash(rm:*)", "Edit(secrets/**)"),
                    rules("Bash(git push:*)"),
                    rules(
                            "WebSearch",
                            "Bash(cd:*)",
                            "Bash(git status:*)",
                            "Bash(git diff:*)",
                            "Bash(grep:*)",
                            "Bash(mvn -q:*)",
                            "Edit(src/**)")))
            .build()));

    private final PermissionRequest tool = request("WebSearch", new Access.Other());
    private final PermissionRequest path = request("Edit", new Access.Write("src/main/java/Notes.java"));
    private final PermissionRequest command = request("Bash", new Access.Command(COMPOUND));

    /** Decides a call that a rule without a specifier allows. */
    @Benchmark
    public PermissionDecision toolRule() {
        return policy.decide(tool);
    }

    /** Decides an edit that a path rule allows; where paths lead is known, so the file system is left out. */
    @Benchmark
    public PermissionDecision pathRule() {
        return policy.decide(path);
    }

    /** Decides a shell command of about 100 characters with five programs, analysis included. */
    @Benchmark
    public PermissionDecision compoundCommand() {
        return policy.decide(command);
    }

    private PermissionRequest request(String name, Access access) {
        return new PermissionRequest(name, Map.of(), List.of(access), paths, Sandboxing.ACTIVE);
    }

    private static List<PermissionRule> rules(String... texts) {
        return Stream.of(texts).map(PermissionRule::parse).toList();
    }
}
