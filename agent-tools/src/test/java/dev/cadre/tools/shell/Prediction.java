package dev.cadre.tools.shell;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what bash did with what the analysis said that it would do. */
final class Prediction {

    private static final Set<String> THERE = Set.of("w/a1", "w/b2", "w/d/c3");

    private static final Set<String> NO_FILES = Set.of("/dev/null", "/dev/tty");

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
        // Real find writes too: -fprint f.
        for (Invocation invocation : invocations) {
            invocation.files().stream()
                    .filter(use -> use.kind() == FileUse.Kind.WRITE)
                    .flatMap(use -> invocation.directories().stream()
                            .map(folder -> Path.of("w")
                                    .resolve(folder)
                                    .resolve(use.word().text())))
                    .forEach(path -> writable.add(path.normalize().toString()));
        }
        boolean goesHome = invocations.stream()
                .flatMap(each -> each.redirects().stream())
                .anyMatch(redirect -> redirect.target().isHome());
        if (goesHome || hidesPrograms) {
            return List.copyOf(misses);
        }
        seen.files().stream().filter(file -> !writable.contains(file)).forEach(file -> misses.add("wrote " + file));
        return List.copyOf(misses);
    }

    /** Returns what the kernel was asked for but was not predicted, by a command that started in a folder. */
    List<String> misses(List<SystemCall> calls, String start) {
        Set<String> misses = new LinkedHashSet<>();
        boolean hidesPrograms =
                invocations.stream().anyMatch(each -> each.opaqueness().isPresent());
        boolean goesHome = invocations.stream()
                .flatMap(each -> Stream.concat(each.redirects().stream().map(Redirect::target), each.words().stream()))
                .anyMatch(Word::isHome);
        Set<String> written = places(start, true);
        Set<String> opened = places(start, false);
        opened.addAll(written);
        for (SystemCall call : calls) {
            if (call instanceof SystemCall.Exec exec) {
                boolean isKnown = hidesPrograms
                        || invocations.stream().anyMatch(each -> !each.words().isEmpty() && matches(each, exec.argv()));
                if (!isKnown) {
                    misses.add("executed " + exec.argv());
                }
            } else if (call instanceof SystemCall.Open open) {
                boolean isFolder = open.isFolder() || (start + "/d/e/").startsWith(open.path() + "/");
                boolean isOurs = !isFolder && (open.writes() || open.path().startsWith("/ws/"));
                boolean isKnown = (open.writes() ? written : opened).contains(open.path())
                        || NO_FILES.contains(open.path())
                        || open.path().contains("/sh-thd")
                        || (goesHome && !open.path().startsWith(start + "/"));
                if (isOurs && !isKnown && !hidesPrograms) {
                    misses.add((open.writes() ? "wrote " : "read ") + open.path());
                }
            } else if (!hidesPrograms) {
                misses.add(call.toString());
            }
        }
        return List.copyOf(misses);
    }

    private Set<String> places(String start, boolean written) {
        Set<String> places = new LinkedHashSet<>();
        for (Invocation invocation : invocations) {
            Stream<Word> words = invocation.redirects().stream()
                    .filter(redirect -> redirect.writes() == written)
                    .map(Redirect::target);
            Stream<Word> named = invocation.files().stream()
                    .filter(use -> !written || use.kind() == FileUse.Kind.WRITE)
                    .map(FileUse::word);
            Stream.concat(words, named)
                    .flatMap(word -> invocation.directories().stream()
                            .map(folder -> Path.of(start).resolve(folder).resolve(word.text())))
                    .forEach(path -> places.add(path.normalize().toString()));
        }
        return places;
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
        if (!name(argv.get(0)).equals(name(program))) {
            return false;
        }
        return invocation.isOpenEnded() || matches(words, 1, argv, 1);
    }

    private static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
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
