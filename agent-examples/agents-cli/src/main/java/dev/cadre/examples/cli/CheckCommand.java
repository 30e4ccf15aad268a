package dev.cadre.examples.cli;

import dev.cadre.core.definition.DefinitionFixer;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.DiagnosticRenderer;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.diagnostic.SourceDiagnostics;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.examples.cli.DefinitionFiles.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

    @Option(names = "--fix", description = "Applies the fixes that need no person, and checks what then stands there.")
    private boolean fix;

    @Mixin
    private OutputFormat format = new OutputFormat();

    CheckCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        String word = format.oneOf("text", "json", "sarif");
        DefinitionFiles files = DefinitionFiles.of(paths);
        List<SourceDiagnostics> findings = new ArrayList<>();
        List<SourceDiagnostics> counted = new ArrayList<>();
        int loaded = 0;
        int definitions = 0;
        for (Map.Entry<Path, Found> file : files.found().entrySet()) {
            if (fix) {
                fix(file.getKey());
            }
            for (Reading reading : read(file.getKey())) {
                boolean leftOut = file.getValue() == Found.IN_FOLDER && isDocumentation(reading);
                loaded += leftOut || reading.definition().isEmpty() ? 0 : 1;
                definitions++;
                SourceDiagnostics said = new SourceDiagnostics(reading.source(), reading.diagnostics());
                if (!leftOut) {
                    counted.add(said);
                }
                if (!leftOut || reading.definition().isPresent()) {
                    findings.add(said);
                }
                if (word.equals("json")) {
                    world.out().println(JsonLines.write(leftOut ? notLoaded(reading) : reading.toJson()));
                } else if (word.equals("text")) {
                    print(reading, leftOut);
                }
            }
        }
        if (word.equals("sarif")) {
            world.out().print(DiagnosticRenderer.sarif().render(findings));
        }
        int errors = count(counted, Severity.ERROR);
        int warnings = count(counted, Severity.WARNING);
        if (word.equals("text")) {
            world.say("%d of %d files loaded, %d errors, %d warnings".formatted(loaded, definitions, errors, warnings));
        }
        files.passedOver().lines().forEach(world::say);
        return errors > 0 || (strict && warnings > 0) ? 1 : 0;
    }

    // Some files hold several definitions; one that can't be opened is a finding of the reader.
    private static List<Reading> read(Path file) {
        DefinitionReader reader = DefinitionReader.create();
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                return reader.readAll(file.toString(), in.readNBytes(DefinitionReader.MAX_BYTES + 1));
            } catch (IOException e) {
                return List.of(reader.read(file));
            }
        }
        return List.of(reader.read(file));
    }

    private static boolean isDocumentation(Reading reading) {
        return reading.dialect() == Dialect.AGENTS_MD
                || (reading.dialect() == Dialect.MARKDOWN
                        && reading.definition().isPresent());
    }

    private void fix(Path file) {
        try {
            DefinitionFixer.Result result = DefinitionFixer.fix(file.toString(), Files.readAllBytes(file));
            if (!result.applied().isEmpty()) {
                Files.writeString(file, result.text());
                world.say("fixed " + result.applied().size() + " in " + file);
            }
        } catch (IOException e) {
            world.say("\"" + file + "\" can't be fixed: " + e.getMessage());
        }
    }

    private static int count(List<SourceDiagnostics> findings, Severity severity) {
        return (int) findings.stream()
                .flatMap(file -> file.diagnostics().stream())
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    private void print(Reading reading, boolean leftOut) {
        if (leftOut) {
            world.out()
                    .println(reading.source().name()
                            + ": not loaded: it stands in a folder and is no agent; name the file to check it");
            return;
        }
        world.out()
                .print(DiagnosticRenderer.text()
                        .render(List.of(new SourceDiagnostics(reading.source(), reading.diagnostics()))));
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
