package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceText;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectDetector;
import dev.cadre.core.source.Decoder;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads definitions and reports every finding.
 *
 * <p>Never throws for content: what is wrong with a source is in the {@link Reading}. Input is capped (4 MiB a file, 1 Mi
 * characters of frontmatter, 512 Ki characters a value, 64 levels, 10,000 values). Immutable and safe for concurrent use.
 */
public final class DefinitionReader {

    /** The largest source that is read, in bytes. */
    public static final int MAX_BYTES = Limits.DEFAULT.fileBytes();

    private final Strictness strictness;
    private final boolean constraints;
    private final @Nullable Dialect dialect;

    private DefinitionReader(Strictness strictness, boolean constraints, @Nullable Dialect dialect) {
        this.strictness = strictness;
        this.constraints = constraints;
        this.dialect = dialect;
    }

    /** Returns a lenient reader. */
    public static DefinitionReader create() {
        return new DefinitionReader(Strictness.LENIENT, false, null);
    }

    /** Returns a reader that differs in what it does with warnings. */
    public DefinitionReader with(Strictness strictness) {
        return new DefinitionReader(strictness, constraints, dialect);
    }

    /** Returns a reader that takes every frontmatter for one of this dialect, whatever the source is called. */
    public DefinitionReader with(Dialect dialect) {
        return new DefinitionReader(strictness, constraints, Objects.requireNonNull(dialect, "dialect"));
    }

    /**
     * Returns a reader that also checks the constraints of {@code jakarta.validation} on the model.
     *
     * <p>Whatever restricts an agent is checked by every reader; this adds limits of taste, such as lengths. The validator
     * takes some hundred milliseconds to start, which readers without it save.
     */
    public DefinitionReader validating() {
        return new DefinitionReader(strictness, true, dialect);
    }

    /** Reads a file. That it can't be read is a finding, not an exception. */
    public Reading read(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                return unreadable(name, "\"" + name + "\" is a directory; expected a file", "name a file in it");
            }
            // A device or a pipe has no end to wait for.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return unreadable(name, "\"" + name + "\" is no regular file", "name a file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(name, in.readNBytes(Limits.DEFAULT.fileBytes() + 1));
            }
        } catch (NoSuchFileException e) {
            return unreadable(name, "there is no file \"" + name + "\"", "check the path");
        } catch (IOException e) {
            return unreadable(
                    name, "\"" + name + "\" can not be read: " + e.getMessage(), "check the file's permissions");
        }
    }

    /** Reads the bytes of a file; a source of several definitions is refused, see {@link #readAll}. */
    public Reading read(String sourceName, byte[] bytes) {
        List<Reading> readings = readAll(sourceName, bytes);
        return readings.size() == 1 ? readings.get(0) : several(readings);
    }

    /** Reads a source that may hold several definitions, such as {@code --agents} JSON or {@code .roomodes}. */
    public List<Reading> readAll(String sourceName, byte[] bytes) {
        Problems problems = Decoder.decode(sourceName, bytes, Limits.DEFAULT);
        if (problems.hasErrors()) {
            SourceText source = problems.source();
            Dialect unread = dialect == null ? DialectDetector.ofUnread(sourceName, source.text()) : dialect;
            return List.of(new Reading(source, unread, null, null, problems.sorted()));
        }
        Finisher finisher = new Finisher(strictness, constraints);
        DataFormat format = DataFormat.of(sourceName);
        return format == DataFormat.NONE
                ? List.of(new SourceReading(problems, finisher, dialect).read())
                : new DataReading(problems.source(), format, finisher).read();
    }

    private static Reading several(List<Reading> readings) {
        SourceText source = readings.get(0).source();
        Diagnostic problem = Diagnostic.builder(
                        DiagnosticCode.FILE_SEVERAL,
                        source.span(0, 0),
                        "the source holds " + readings.size() + " definitions; expected one")
                .advice("read it with DefinitionReader.readAll")
                .build();
        return new Reading(source, readings.get(0).dialect(), null, null, List.of(problem));
    }

    /** Reads a text. */
    public Reading read(String sourceName, String text) {
        return read(sourceName, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading unreadable(String name, String message, String advice) {
        SourceText source = new SourceText(name, "");
        Diagnostic problem = Diagnostic.builder(DiagnosticCode.FILE_UNREADABLE, source.span(0, 0), message)
                .advice(advice)
                .build();
        return new Reading(source, Dialect.MARKDOWN, null, null, List.of(problem));
    }
}
