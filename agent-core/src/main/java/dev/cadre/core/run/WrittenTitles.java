package dev.cadre.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the lines of a document that can name one of its sections, in the form for comparison.
 *
 * @param lines letters and digits in lower case, words separated by one blank
 */
record WrittenTitles(List<String> lines) {

    private static final Set<String> MARKDOWN = Set.of("md", "mdx", "mdc", "markdown", "txt");

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*");
    private static final Pattern BOLD = Pattern.compile("(?:\\*\\*(.+?)\\*\\*|__(.+?)__).*");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+•]|\\d{1,9}[.)])\\s+(?:\\[[ xX]]\\s+)?(.+)");
    private static final Pattern LABEL = Pattern.compile("([^:：–—]{1,80}?)(?:\\s*[:：]|\\s[–—-]\\s).*");
    private static final Pattern UNDERLINE = Pattern.compile("=+|-{3,}");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*]|\\{[^}]*}|<[^>]*>");

    static WrittenTitles of(String path, String text) {
        String kind = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<String> lines = text.lines().map(String::strip).toList();
        return new WrittenTitles((MARKDOWN.contains(kind) ? titles(lines) : lines)
                .stream().map(WrittenTitles::words).toList());
    }

    /** Returns the titles that no line holds. */
    List<String> missing(List<String> titles) {
        return titles.stream().filter(title -> !isThere(sought(title))).toList();
    }

    private boolean isThere(String sought) {
        return sought.isEmpty() || lines.stream().anyMatch(line -> line.contains(sought));
    }

    private static List<String> titles(List<String> lines) {
        List<String> titles = new ArrayList<>();
        Optional<Fence> open = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (open.isPresent()) {
                open = open.filter(fence -> !fence.isClosedBy(line));
            } else {
                open = Fence.opening(line);
                if (open.isEmpty()) {
                    addTitle(line, i + 1 < lines.size() ? lines.get(i + 1) : "", titles);
                }
            }
        }
        return titles;
    }

    private static void addTitle(String line, String next, List<String> titles) {
        boolean table = line.contains("|") && isTableRule(next);
        boolean underlined = !line.isEmpty() && UNDERLINE.matcher(next).matches();
        if (table || underlined || HEADING.matcher(line).matches()) {
            titles.add(line);
            return;
        }
        Matcher item = ITEM.matcher(line);
        boolean listed = item.matches();
        String own = listed ? item.group(1) : line;
        Matcher bold = BOLD.matcher(own);
        if (bold.matches()) {
            titles.add(bold.group(1) != null ? bold.group(1) : bold.group(2));
        } else if (listed) {
            Matcher label = LABEL.matcher(own);
            if (label.matches()) {
                titles.add(label.group(1));
            }
        }
    }

    private static boolean isTableRule(String line) {
        return line.contains("-") && line.chars().allMatch(c -> "|:- \t".indexOf(c) >= 0);
    }

    /** What stands in brackets says something about the section, or is to be filled in; numbers may differ. */
    private static String sought(String title) {
        String words = words(ASIDE.matcher(title).replaceAll(" "));
        return words.replaceFirst("^[\\p{N} ]+ (?=\\p{L})", "");
    }

    private static String words(String line) {
        return line.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
