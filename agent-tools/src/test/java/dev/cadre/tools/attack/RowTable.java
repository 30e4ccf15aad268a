package dev.cadre.tools.attack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells which test is there for which row of the shared collection, by ids. */
public final class RowTable {

    private static final String ABSENT = "absent:";

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private RowTable() {}

    /** Reads the table. */
    public static RowTable read() throws IOException {
        RowTable table = new RowTable();
        List<String> ids = new ArrayList<>();
        try (InputStream resource = RowTable.class.getResourceAsStream("rows.txt")) {
            String text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("[")) {
                    ids = table.sections.computeIfAbsent(
                            line.substring(1, line.length() - 1), section -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    ids.addAll(Arrays.asList(line.split(" ", -1)));
                }
            }
        }
        return table;
    }

    /** Returns the files of the tests. */
    Set<String> tests() {
        Set<String> tests = new LinkedHashSet<>(sections.keySet());
        tests.removeIf(section -> section.startsWith(ABSENT));
        return tests;
    }

    /** Returns every id as often as it stands there. */
    List<String> ids() {
        return sections.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the rows of a test. */
    public List<String> idsOf(Class<?> test) {
        return sections.entrySet().stream()
                .filter(section -> section.getKey().endsWith("/" + test.getSimpleName() + ".java"))
                .flatMap(section -> section.getValue().stream())
                .toList();
    }

    /** Returns the rows for which there is nothing to attack yet. */
    List<String> absent() {
        return sections.entrySet().stream()
                .filter(section -> section.getKey().startsWith(ABSENT))
                .flatMap(section -> section.getValue().stream())
                .toList();
    }
}
