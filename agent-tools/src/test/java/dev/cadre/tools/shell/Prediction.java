package dev.cadre.tools.shell;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares what bash did with what the analysis said that it would do. */
final class Prediction {

    private static final Set<String> THERE = Set.of("w/a1", "w/b2", "w/d/c3");

    private final List<Invocation> invocations;

    Prediction(Analysis analysis) {
        this.invocations = analysis.invocations().stream()
                .flatMap(each -> each.all().stream())
                .toList();
    }

    /** Returns what was seen but not predicted; empty if all was. */
    List<String> misses(BashOracle.Seen seen) {
        Set<String> misses = new LinkedHashSet<>();
        boolean hidesPrograms =
                invocations.stream().anyMatch(each -> each.opaqueness().isPresent());
        for (BashOracle.Started started : seen.programs()) {
            if (!hidesPrograms && invocations.stream().noneMatch(each -> predicts(each, started))) {
                misses.add("ran " + started);
            }
        }
        Set<String> writable = new LinkedHashSet<>(THERE);
        for (Invocation invocation : invocations) {
            for (Redirect redirect : invocation.redirects()) {
                invocation.directories().stream()
                        .filter(folder -> redirect.writes())
                        .map(folder -> Path.of("w")
                                .resolve(folder)
                                .resolve(redirect.target().text()))
                        .forEach(path -> writable.add(path.normalize().toString()));
            }
        }
        boolean goesHome = invocations.stream()
                .flatMap(each -> each.redirects().stream())
                .anyMatch(redirect -> redirect.target().isHome());
        if (goesHome) {
            return List.copyOf(misses);
        }
        seen.files().stream().filter(file -> !writable.contains(file)).forEach(file -> misses.add("wrote " + file));
        return List.copyOf(misses);
    }

    private static boolean predicts(Invocation invocation, BashOracle.Started started) {
        if (invocation.words().isEmpty()) {
            return false;
        }
        boolean inFolder = invocation.directories().stream()
                .map(folder -> Path.of(folder).normalize().toString())
                .anyMatch(folder -> started.folder().equals(folder.isEmpty() ? "." : folder)
                        || started.folder()
                                .equals(Path.of("/w")
                                        .resolve(folder)
                                        .normalize()
                                        .toString()));
        return (inFolder || !isBelow(started.folder())) && matches(invocation, started.argv());
    }

    // A folder above the start is told by its absolute path, which the analysis does not know.
    private static boolean isBelow(String folder) {
        return !folder.startsWith("/");
    }

    private static boolean matches(Invocation invocation, List<String> argv) {
        List<Word> words = invocation.words();
        String program = words.get(0).text();
        if (!argv.get(0).equals(program.substring(program.lastIndexOf('/') + 1))
                && !argv.get(0).equals(program)) {
            return false;
        }
        return invocation.isOpenEnded() || matches(words, 1, argv, 1);
    }

    private static boolean matches(List<Word> words, int word, List<String> argv, int argument) {
        if (word == words.size()) {
            return argument == argv.size();
        }
        if (argument == argv.size()) {
            return false;
        }
        Word next = words.get(word);
        if (!mayBe(next, argv.get(argument))) {
            return false;
        }
        return matches(words, word + 1, argv, argument + 1)
                || (next.wildcardAt() >= 0 && matches(words, word, argv, argument + 1));
    }

    private static boolean mayBe(Word word, String argument) {
        if (word.isHome()) {
            return true;
        }
        if (word.isLiteral() || word.text().equals(argument)) {
            return word.text().equals(argument);
        }
        return argument.startsWith(word.text().substring(0, word.wildcardAt()));
    }
}
