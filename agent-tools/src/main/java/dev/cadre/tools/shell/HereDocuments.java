package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;

/** Keeps the here-documents whose text stands behind the next newline. */
final class HereDocuments {

    private record Pending(String delimiter, boolean isQuoted, boolean stripsTabs) {}

    private final List<Pending> pending = new ArrayList<>();

    boolean arePending() {
        return !pending.isEmpty();
    }

    void add(RawWord delimiter, boolean stripsTabs) {
        String text = delimiter.text();
        if (text.isEmpty() || text.indexOf('\n') >= 0) {
            throw new Uncertainty("the here-document has no usable end mark", delimiter.offset());
        }
        pending.add(new Pending(text, delimiter.isQuoted(), stripsTabs));
    }

    /** Moves over the texts; the source stands behind a newline. */
    void skip(Source source) {
        for (Pending document : pending) {
            int start = source.at();
            while (true) {
                String line = source.line();
                if (line == null) {
                    throw new Uncertainty("a here-document does not end", start);
                }
                String bare = document.stripsTabs() ? withoutTabs(line) : line;
                if (bare.equals(document.delimiter())) {
                    break;
                }
                if (!document.isQuoted()
                        && (line.indexOf('$') >= 0 || line.indexOf('`') >= 0 || line.indexOf('\\') >= 0)) {
                    throw new Uncertainty("what the here-document holds is only known when the command runs", start);
                }
            }
        }
        pending.clear();
    }

    private static String withoutTabs(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == '\t') {
            start++;
        }
        return line.substring(start);
    }
}
