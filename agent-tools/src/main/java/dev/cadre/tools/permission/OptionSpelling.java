package dev.cadre.tools.permission;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Knows in which other ways a command may say an option: {@code -f} for {@code --force}, {@code -fr} for {@code -rf}. */
final class OptionSpelling {

    // Letters that are none of the initials of the long option's words.
    private static final Map<String, String> OTHER_LETTERS = Map.ofEntries(
            Map.entry("assume-yes", "y"),
            Map.entry("bzip2", "j"),
            Map.entry("config", "k"),
            Map.entry("cookie", "b"),
            Map.entry("dereference", "l"),
            Map.entry("directory", "c"),
            Map.entry("dry-run", "n"),
            Map.entry("exclude", "x"),
            Map.entry("extract", "x"),
            Map.entry("get", "x"),
            Map.entry("gzip", "z"),
            Map.entry("head", "i"),
            Map.entry("insecure", "k"),
            Map.entry("invert-match", "v"),
            Map.entry("list", "t"),
            Map.entry("one-file-system", "x"),
            Map.entry("request", "x"),
            Map.entry("upload-file", "t"),
            Map.entry("xz", "j"));

    private OptionSpelling() {}

    /** Returns whether a command says an option, or each letter of a bundle, in any way. */
    static boolean isSaid(String option, List<String> argv) {
        if (argv.contains(option)) {
            return true;
        }
        List<String> options =
                argv.stream().skip(1).filter(PatternWord::isOption).toList();
        if (option.startsWith("--")) {
            String name = name(option);
            return options.stream()
                    .anyMatch(word -> isLong(word)
                            ? isAbbreviation(name(word), name)
                            : word.chars().skip(1).anyMatch(letter -> mayMean(letter, name)));
        }
        return option.chars()
                .skip(1)
                .allMatch(letter -> options.stream().anyMatch(word -> isLetter(letter, word, argv)));
    }

    private static boolean isLetter(int letter, String word, List<String> argv) {
        if (isLong(word)) {
            return mayMean(letter, name(word));
        }
        // rm knows -R as well as -r; for most programs the two differ.
        boolean isRecursive = (letter == 'r' || letter == 'R') && argv.get(0).equals("rm");
        return word.indexOf(letter, 1) > 0
                || (isRecursive && word.toLowerCase(Locale.ROOT).indexOf('r') > 0);
    }

    private static boolean isLong(String word) {
        return word.startsWith("--") && word.length() > 2;
    }

    private static String name(String option) {
        int equals = option.indexOf('=');
        return option.substring(2, equals < 0 ? option.length() : equals);
    }

    // GNU programs take --rec for --recursive.
    private static boolean isAbbreviation(String written, String name) {
        return written.length() > 1 && name.startsWith(written);
    }

    private static boolean mayMean(int letter, String name) {
        int lower = Character.toLowerCase(letter);
        boolean isInitial = name.charAt(0) == lower || name.indexOf("-" + (char) lower) >= 0;
        return isInitial || OTHER_LETTERS.getOrDefault(name, "").indexOf(lower) >= 0;
    }
}
