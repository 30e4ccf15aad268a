package dev.cadre.examples.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose how the answer is written. */
final class OutputFormat {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Short for --format json.")
    private boolean json;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private @Nullable String format;

    boolean isJson() {
        return json || chosen().equals("json");
    }

    /** For commands that answer in JSON in any case: refuses what they can't write. */
    void requireJson() {
        if (format != null && !isJson()) {
            throw new ParameterException(spec.commandLine(), "this command answers in json only");
        }
    }

    private String chosen() {
        String word = format == null ? "text" : format.toLowerCase(Locale.ROOT);
        if (!word.equals("text") && !word.equals("json")) {
            throw new ParameterException(
                    spec.commandLine(), "unknown format \"" + format + "\"; expected text or json");
        }
        return word;
    }
}
