package dev.cadre.examples.cli;

import java.util.List;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, or what else the command names.")
    private @Nullable String format;

    /** Returns whether the answer is JSON, for commands that write text or JSON. */
    boolean isJson() {
        return oneOf("text", "json").equals("json");
    }

    /** For commands that answer in JSON in any case: refuses what they can't write. */
    void requireJson() {
        if (format != null) {
            oneOf("json");
        }
    }

    /**
     * Returns the word that was chosen, text if none was.
     *
     * @throws ParameterException if the command does not write it
     */
    String oneOf(String... known) {
        String word = json ? "json" : format == null ? "text" : format.toLowerCase(Locale.ROOT);
        if (!List.of(known).contains(word)) {
            throw new ParameterException(
                    spec.commandLine(), "unknown format \"" + word + "\"; expected " + String.join(" or ", known));
        }
        return word;
    }
}
