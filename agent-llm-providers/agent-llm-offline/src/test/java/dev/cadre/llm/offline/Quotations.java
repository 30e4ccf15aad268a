package dev.cadre.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the statements out of a document or report and holds them against the files that they cite. */
final class Quotations {

    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(?:- )?(?:“(.*)”|(`+) ?(.*?) ?\\2) — `([^`]+):(\\d+)`$");
    private static final Pattern LIST_ITEM = Pattern.compile("^- (?!\\[ ]).*");

    private final String text;

    Quotations(String text) {
        this.text = text;
    }

    /** Checks every statement; returns how many there are. */
    int verifyAgainst(Path root) throws IOException {
        int statements = 0;
        for (String line : text.lines().toList()) {
            Matcher statement = STATEMENT.matcher(line);
            if (statement.matches()) {
                verify(root, statement);
                statements++;
            }
        }
        return statements;
    }

    private static void verify(Path root, Matcher statement) throws IOException {
        String quote = statement.group(1) != null ? statement.group(1) : statement.group(3);
        List<String> lines = Files.readAllLines(root.resolve(statement.group(4)));
        int number = Integer.parseInt(statement.group(5));
        assertThat(number).as(statement.group()).isBetween(1, lines.size());
        assertThat(quote).isNotBlank();
        assertThat(lines.get(number - 1)).as(statement.group()).contains(quote);
    }

    /** Returns each section below a level-two heading, its heading as the key. */
    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String part : text.split("(?m)^## ", -1)) {
            int end = part.indexOf('\n');
            sections.put(end < 0 ? part : part.substring(0, end), end < 0 ? "" : part.substring(end + 1));
        }
        sections.remove(sections.keySet().iterator().next());
        return sections;
    }

    /** Returns the list items of a section that are no statements with a source. */
    static List<String> unsourced(String section) {
        List<String> unsourced = new ArrayList<>();
        for (String line : section.lines().toList()) {
            if (LIST_ITEM.matcher(line).matches() && !STATEMENT.matcher(line).matches()) {
                unsourced.add(line);
            }
        }
        return unsourced;
    }
}
