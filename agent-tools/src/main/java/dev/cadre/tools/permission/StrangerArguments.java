package dev.cadre.tools.permission;

import dev.cadre.tools.shell.Invocation;
import dev.cadre.tools.shell.ShellAnalyser;
import dev.cadre.tools.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for programs among the arguments of a program that nobody here knows: it may run them. */
final class StrangerArguments {

    // What stands between words of code, and between an option and its value.
    private static final Pattern BETWEEN = Pattern.compile("[\\s;&|(){}<>$`=,@!]+");
    private static final Pattern QUOTES = Pattern.compile("[\"'\\\\]");

    private final List<Candidate> candidates = new ArrayList<>();
    private final boolean isOpenEnded;

    private record Candidate(String word, String program, boolean isGlob) {}

    StrangerArguments(Invocation invocation) {
        isOpenEnded = invocation.isStranger() && invocation.isOpenEnded();
        if (invocation.isStranger()) {
            invocation.words().stream().skip(1).forEach(this::add);
        }
    }

    private void add(Word word) {
        for (String part : BETWEEN.split(QUOTES.matcher(word.text()).replaceAll(""), -1)) {
            String name = bare(part);
            if (name.isEmpty()) {
                continue;
            }
            candidates.add(new Candidate(word.text(), name, word.wildcardAt() >= 0));
            boolean isGlued = name.length() > 2 && name.charAt(0) == '-' && name.charAt(1) != '-';
            if (isGlued) {
                candidates.add(new Candidate(word.text(), name.substring(2), false));
            }
        }
    }

    private static String bare(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the argument that may be run as the program of a restricting pattern, or hide it. */
    Optional<String> mayRun(CommandPattern pattern) {
        if (isOpenEnded) {
            return Optional.of("…");
        }
        return candidates.stream()
                .filter(each -> pattern.names(each.program(), each.isGlob()) || isScript(each))
                .map(Candidate::word)
                .findFirst();
    }

    // A shell or an interpreter as a word of its own may get code that spells the program in another way.
    private static boolean isScript(Candidate candidate) {
        return bare(candidate.word()).equals(candidate.program()) && ShellAnalyser.runsScripts(candidate.program());
    }
}
