package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Analyses commands for bash. Stateless.
 *
 * <p>What it accepts it reads as bash 5 does: the programs that bash would start are among those that it names, with the
 * arguments that it gives, and bash opens no file for writing that is not named. Everything else is
 * {@link Analysis.Unanalysable}: expansions, substitutions, control flow, functions, assignments, and builtins that
 * change what later commands mean.
 */
public final class ShellAnalyser {

    /** The longest command that is analysed, in UTF-16 code units. */
    public static final int MAX_LENGTH = 10_000;

    private static final int MAX_COMMANDS = 256;
    private static final int MAX_NESTING = 4;

    private ShellAnalyser() {}

    /** Analyses the text of a command. Never throws for what it holds. */
    public static Analysis analyse(String text) {
        List<Invocation> invocations = new ArrayList<>();
        try {
            analyse(text, false, new Interpretation(invocations::add));
            return new Analysis.Analysed(invocations);
        } catch (Uncertainty e) {
            return new Analysis.Unanalysable(e.reason(), e.offset(), invocations);
        }
    }

    /** Returns whether a program, by its bare name, runs code that it is given as a text or in a file. */
    public static boolean runsScripts(String program) {
        return Programs.runsScripts(program);
    }

    /**
     * Analyses a text that a shell gets as an argument and runs in any of some folders.
     *
     * @param sink takes what was understood, also where the analysis ends early
     */
    static void analyseInner(
            String text, boolean isPosix, int nesting, List<String> start, int offset, Consumer<Invocation> sink) {
        if (nesting > MAX_NESTING) {
            throw new Uncertainty("shells are nested deeper than " + MAX_NESTING, offset);
        }
        try {
            analyse(text, isPosix, new Interpretation(sink, nesting, start));
        } catch (Uncertainty e) {
            throw new Uncertainty(e.reason(), offset);
        }
    }

    private static void analyse(String text, boolean isPosix, Interpretation interpretation) {
        if (text.length() > MAX_LENGTH) {
            throw new Uncertainty("the command is longer than " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        firstDeceptive(text).ifPresent(offset -> {
            throw new Uncertainty(
                    String.format("the character U+%04X does not look like what it is", text.codePointAt(offset)),
                    offset);
        });
        int[] count = {0};
        new CommandParser(text, isPosix, command -> {
                    if (++count[0] > MAX_COMMANDS) {
                        throw new Uncertainty("there are more than " + MAX_COMMANDS + " commands", command.offset());
                    }
                    interpretation.interpret(command);
                })
                .parse();
    }

    // Controls, invisible characters and blanks that are none for bash.
    private static OptionalInt firstDeceptive(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c < ' ' ? c != '\t' && c != '\n' : c > '~' && isDeceptive(c)) {
                return OptionalInt.of(i);
            }
            i += Character.charCount(c);
        }
        return OptionalInt.empty();
    }

    private static boolean isDeceptive(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || Character.isIdentifierIgnorable(c)
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800;
    }
}
