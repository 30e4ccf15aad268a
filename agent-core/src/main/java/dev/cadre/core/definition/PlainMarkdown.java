package dev.cadre.core.definition;

/** Gets a name and a description from Markdown that has no frontmatter. */
final class PlainMarkdown {

    private PlainMarkdown() {}

    /** A part of the text with its place; empty text if there is none. */
    record Found(String text, int offset, int length) {

        static final Found NOTHING = new Found("", 0, 0);
    }

    /** Returns the text of the first level-one heading, such as {@code # Reviewer}, outside code fences. */
    static Found heading(String text, int from) {
        boolean code = false;
        for (int at = from; at < text.length(); ) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).stripTrailing();
            code ^= line.startsWith("```") || line.startsWith("~~~");
            if (!code && line.startsWith("# ") && !line.substring(2).isBlank()) {
                String title = line.substring(2).replaceFirst("\\s#+$", "").strip();
                return new Found(title, at, line.length());
            }
            at = next(text, end);
        }
        return Found.NOTHING;
    }

    /** Returns the first paragraph, its lines joined with blanks. */
    static Found paragraph(String text, int from) {
        StringBuilder words = new StringBuilder();
        int start = 0;
        int to = 0;
        boolean code = false;
        for (int at = from; at < text.length(); ) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).strip();
            boolean fence = line.startsWith("```") || line.startsWith("~~~");
            code ^= fence;
            boolean prose = !code && !fence && isProse(line);
            if (prose) {
                start = words.isEmpty() ? at : start;
                words.append(words.isEmpty() ? "" : " ").append(line);
                to = end;
            } else if (!words.isEmpty()) {
                break;
            }
            at = next(text, end);
        }
        return words.isEmpty() ? Found.NOTHING : new Found(words.toString(), start, to - start);
    }

    private static boolean isProse(String line) {
        if (line.isEmpty()) {
            return false;
        }
        char first = line.charAt(0);
        boolean marker = first == '#' || first == '<' || first == '|' || first == '>';
        boolean rule = line.chars().allMatch(c -> c == '-' || c == '*' || c == '_' || c == '=' || c == ' ');
        boolean item = line.length() > 1 && (first == '-' || first == '*' || first == '+') && line.charAt(1) == ' ';
        return !marker && !rule && !item;
    }

    private static int lineEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int next(String text, int end) {
        boolean two = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(text.length(), end + (two ? 2 : 1));
    }
}
