package dev.cadre.llm.offline;

import dev.cadre.llm.offline.Passage.Kind;
import dev.cadre.llm.offline.Passage.Line;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes passages as quotations: every line word for word, with its file and number behind it. */
final class Quote {

    private static final int MAX_LENGTH = 300;

    private static final Pattern MARKER = Pattern.compile("^(?:[-*+•]|\\d{1,3}[.)])\\s+(?:\\[[ xX]]\\s+)?");
    private static final Pattern BARS = Pattern.compile("^\\|\\s*|\\s*\\|$");

    private Quote() {}

    static String of(Passage passage) {
        return passage.lines().stream().map(line -> line(passage, line)).collect(Collectors.joining("\n  "));
    }

    private static String line(Passage passage, Line line) {
        String place = "`" + passage.path() + ":" + line.number() + "`";
        return quoted(passage.kind(), line.text()) + " — " + place;
    }

    private static String quoted(Kind kind, String line) {
        String text = line.strip();
        if (kind == Kind.PROSE) {
            text = BARS.matcher(MARKER.matcher(text).replaceFirst("")).replaceAll("");
            return "“" + shortened(text) + "”";
        }
        String code = shortened(text);
        String fence = "`";
        while (code.contains(fence)) {
            fence += "`";
        }
        String blank = fence.length() > 1 ? " " : "";
        return fence + blank + code + blank + fence;
    }

    /** Returns a part of the text, unchanged: whole sentences if they fit. */
    private static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        Matcher sentence = Pattern.compile("[.!?。！？](?=\\s|$)|[。！？]").matcher(text);
        int end = 0;
        while (sentence.find() && sentence.end() <= MAX_LENGTH) {
            end = sentence.end();
        }
        if (end == 0) {
            end = text.lastIndexOf(' ', MAX_LENGTH);
        }
        if (end <= 0) {
            end = Character.isLowSurrogate(text.charAt(MAX_LENGTH)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        }
        return text.substring(0, end).stripTrailing();
    }
}
