package dev.cadre.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts what stands in folders and is not read there, so that it can be said. Not thread-safe. */
final class PassedOver {

    private static final int MOST_NAMED = 5;

    private final Map<String, Integer> files = new TreeMap<>();
    private final Set<String> folders = new TreeSet<>();
    private final Set<String> links = new TreeSet<>();

    void file(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String kind = dot > 0 ? name.substring(dot).toLowerCase(Locale.ROOT) : "no extension";
        files.merge(kind, 1, Integer::sum);
    }

    void folder(Path folder) {
        folders.add(folder.toString());
    }

    void link(Path link) {
        links.add(link.toString());
    }

    /** Returns what to tell, a line each; nothing where everything was read. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int count = files.values().stream().mapToInt(Integer::intValue).sum();
        if (count > 0) {
            List<String> kinds = files.entrySet().stream()
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .toList();
            lines.add(("%s passed over (%s): folders are searched for files named like definitions;"
                            + " a file that is named itself is read whatever its extension")
                    .formatted(count == 1 ? "1 file" : count + " files", some(kinds)));
        }
        if (!folders.isEmpty()) {
            lines.add("not entered: " + some(folders) + "; name a folder to read it");
        }
        if (!links.isEmpty()) {
            lines.add("links to folders not followed: " + some(links) + "; name a folder to read it");
        }
        return lines;
    }

    private static String some(Collection<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }
}
