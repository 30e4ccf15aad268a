package dev.cadre.llm.offline;

import dev.cadre.llm.offline.Passage.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what tools answer: lists of paths, numbered lines, hits of a search. Passes over everything else. */
final class ToolText {

    private static final Pattern NUMBERED = Pattern.compile(" *(\\d{1,9})(?:\\t|→)(.*)", Pattern.DOTALL);
    private static final Pattern HIT = Pattern.compile("([^:\\n]+):(\\d{1,9}):(.*)", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("[^\\s:*?\"<>|(][^:*?\"<>|]{0,500}");

    private ToolText() {}

    static List<String> paths(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> PATH.matcher(line).matches() && looksLikePath(line))
                .distinct()
                .toList();
    }

    // Tools add sentences such as "No files found"; a path has no blank or else a slash or an ending.
    private static boolean looksLikePath(String line) {
        return !line.contains(" ") || line.contains("/") || line.matches(".*\\S\\.\\w{1,8}");
    }

    static List<Line> numberedLines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String raw : lines(text)) {
            Matcher line = NUMBERED.matcher(raw);
            if (line.matches()) {
                lines.add(new Line(Integer.parseInt(line.group(1)), line.group(2)));
            }
        }
        return lines;
    }

    static Map<String, List<Line>> hits(String text) {
        Map<String, List<Line>> hits = new LinkedHashMap<>();
        for (String raw : lines(text)) {
            Matcher hit = HIT.matcher(raw);
            if (hit.matches()) {
                hits.computeIfAbsent(hit.group(1), path -> new ArrayList<>())
                        .add(new Line(Integer.parseInt(hit.group(2)), hit.group(3)));
            }
        }
        return hits;
    }

    // Line feeds only: what else ends a line in some eyes may stand inside a line of the file that is shown.
    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }
}
