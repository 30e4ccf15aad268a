package dev.cadre.llm.offline;

import dev.cadre.llm.Json;
import dev.cadre.llm.offline.Words.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Is something to find evidence for: a section, a step, an item of a checklist.
 *
 * @param title its name
 * @param detail what the prompt wants to read there; empty if it does not say
 * @param named how many of the aspects come from the title: they come first
 * @param aspects the title, its parts, and each thing that the detail lists
 */
record Topic(String title, String detail, int named, List<Aspect> aspects) {

    // Shorter beginnings are found in every second line.
    private static final int SHORTEST_SEARCH = 4;

    private static final Pattern BETWEEN = Pattern.compile(
            "[,;:()、，；：·。\\n]|\\.\\s| [–—&] |\\s(?:and|or|und|oder|sowie|et|ou|y|e|o|и|или)\\s|以及",
            Pattern.CASE_INSENSITIVE);

    /**
     * Is one thing that a topic asks for.
     *
     * @param text as the prompt says it
     * @param stems the roots of its words, in order
     */
    record Aspect(String text, Set<String> stems) {}

    Topic {
        aspects = Json.list(aspects);
    }

    static Topic of(String title, String detail) {
        Map<Set<String>, Aspect> aspects = new LinkedHashMap<>();
        add(aspects, title);
        for (String part : BETWEEN.split(title, -1)) {
            add(aspects, part);
        }
        int named = aspects.size();
        for (String part : BETWEEN.split(detail, -1)) {
            add(aspects, part);
        }
        return new Topic(title.strip(), detail.strip(), named, new ArrayList<>(aspects.values()));
    }

    private static void add(Map<Set<String>, Aspect> aspects, String text) {
        Set<String> stems = Words.stems(text);
        if (!stems.isEmpty()) {
            aspects.putIfAbsent(stems, new Aspect(text.strip(), stems));
        }
    }

    /** Returns what a search for this topic looks for: the beginnings of its words as they are written, distinct. */
    List<String> searchTerms(int limit) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (Word word : Words.of(title + " " + detail)) {
            terms.putIfAbsent(word.stem(), beginning(word));
        }
        return terms.values().stream().distinct().limit(limit).toList();
    }

    // The stem is folded, the text that is searched is not: only what both share can be looked for.
    private static String beginning(Word word) {
        String surface = word.surface().toLowerCase(Locale.ROOT);
        int shared = 0;
        while (shared < Math.min(surface.length(), word.stem().length())
                && surface.charAt(shared) == word.stem().charAt(shared)) {
            shared++;
        }
        return surface.substring(0, Math.min(surface.length(), Math.max(shared, SHORTEST_SEARCH)));
    }
}
