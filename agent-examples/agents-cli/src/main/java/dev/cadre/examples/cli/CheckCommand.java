package dev.cadre.examples.cli;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticRenderer;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.diagnostic.SourceDiagnostics;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.examples.cli.DefinitionFiles.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads definitions and prints what is wrong with them, as compilers do. */
@Command(
        name = "check",
        description = "Reads definition files and folders and reports every problem at its place.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:clean", "1:errors (with --strict: warnings, too)", "2:no such path, or wrong usage"})
final class CheckCommand implements Callable<Integer> {

    private final Surroundings world;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders with all below them.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--strict", description = "Warnings fail the check, too.")
    private boolean strict;

    @Mixin
    private OutputFormat format = new OutputFormat();

    CheckCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        boolean json = format.isJson();
        Map<Path, Found> files = DefinitionFiles.of(paths);
        int errors = 0;
        int warnings = 0;
        int loaded = 0;
        for (Map.Entry<Path, Found> file : files.entrySet()) {
            Reading reading = DefinitionReader.create().read(file.getKey());
            boolean leftOut = file.getValue() == Found.IN_FOLDER && reading.dialect() == Dialect.MARKDOWN;
            errors += count(reading, Severity.ERROR);
            warnings += count(reading, Severity.WARNING);
            loaded += leftOut || reading.definition().isEmpty() ? 0 : 1;
            print(reading, leftOut, json);
        }
        if (!json) {
            world.say(
                    "%d of %d files loaded, %d errors, %d warnings".formatted(loaded, files.size(), errors, warnings));
        }
        return errors > 0 || (strict && warnings > 0) ? 1 : 0;
    }

    private static int count(Reading reading, Severity severity) {
        return (int) reading.diagnostics().stream()
                .map(Diagnostic::severity)
                .filter(severity::equals)
                .count();
    }

    private void print(Reading reading, boolean leftOut, boolean json) {
        if (json) {
            world.out().println(JsonLines.write(leftOut ? notLoaded(reading) : reading.toJson()));
        } else {
            world.out()
                    .print(DiagnosticRenderer.text()
                            .render(List.of(new SourceDiagnostics(reading.source(), reading.diagnostics()))));
            if (leftOut) {
                world.out()
                        .println(
                                "  not loaded: it stands in a folder and has no frontmatter; name the file to load it");
            }
        }
    }

    /** A file in a folder that does not say that it is an agent is none, until somebody names it. */
    private static Map<String, Object> notLoaded(Reading reading) {
        Map<String, Object> whole = reading.toJson();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("path", whole.getOrDefault("path", ""));
        object.put("dialect", whole.getOrDefault("dialect", ""));
        object.put("loaded", false);
        object.put("diagnostics", whole.getOrDefault("diagnostics", List.of()));
        return object;
    }
}
