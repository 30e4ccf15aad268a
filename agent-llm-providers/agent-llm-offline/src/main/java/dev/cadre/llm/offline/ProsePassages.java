package dev.cadre.llm.offline;

import dev.cadre.llm.offline.Passage.Kind;
import dev.cadre.llm.offline.Passage.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a document into passages, each with the headings above it. Confined to one reading. */
final class ProsePassages {

    private static final int MAX_LINES = 5;

    private static final Pattern HEADING = Pattern.compile("(#{1,6}|={1,5}) +(\\S.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*([-*+•]|\\d{1,3}[.)])\\s+\\S.*");
    private static final Pattern RULE = Pattern.compile("[\\s|:=~_*+-]*");

    private final String path;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Line> current = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private boolean fenced;

    private ProsePassages(String path) {
        this.path = path;
    }

    static List<Passage> of(SourceFile file) {
        ProsePassages passages = new ProsePassages(file.path());
        file.lines().forEach(passages::accept);
        passages.end();
        return passages.passages;
    }

    private void accept(Line line) {
        String text = line.text();
        Matcher heading = HEADING.matcher(text);
        if (text.strip().startsWith("```") || text.strip().startsWith("~~~")) {
            end();
            fenced = !fenced;
        } else if (fenced) {
            add(List.of(line), Kind.CODE);
        } else if (heading.matches()) {
            end();
            enter(heading.group(1).length(), heading.group(2));
        } else if (RULE.matcher(text).matches()) {
            end();
        } else if (text.strip().startsWith("|")) {
            end();
            add(List.of(line), Kind.PROSE);
        } else {
            if (ITEM.matcher(text).matches() || current.size() == MAX_LINES || isGap(line)) {
                end();
            }
            current.add(line);
        }
    }

    private boolean isGap(Line line) {
        return !current.isEmpty() && current.get(current.size() - 1).number() + 1 != line.number();
    }

    private void enter(int level, String title) {
        while (headings.size() >= level) {
            headings.remove(headings.size() - 1);
        }
        while (headings.size() < level - 1) {
            headings.add("");
        }
        headings.add(title);
    }

    private void end() {
        if (!current.isEmpty()) {
            add(current, Kind.PROSE);
            current.clear();
        }
    }

    private void add(List<Line> lines, Kind kind) {
        // The title of a document stands above everything in it and so tells no passage from another.
        String context = headings.size() < 2 ? "" : String.join(" / ", headings.subList(1, headings.size()));
        passages.add(new Passage(path, lines, context, kind));
    }
}
