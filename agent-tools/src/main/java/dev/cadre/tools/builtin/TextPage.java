package dev.cadre.tools.builtin;

import java.io.IOException;
import java.io.Reader;

/** Reads some lines of a text and counts the others, whatever its size. */
final class TextPage {

    private final long first;
    private final long last;
    private final int budget;
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private long lines;
    private long lineCharacters;
    private long lastShown;
    private boolean full;

    /**
     * @param first the first line to show, from 1
     * @param count how many lines to show at most
     * @param budget how many characters to show at most
     */
    TextPage(long first, long count, int budget) {
        this.first = first;
        this.last = first + count - 1;
        this.budget = budget;
    }

    TextPage read(Reader reader) throws IOException {
        char[] buffer = new char[16_384];
        int previous = -1;
        for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
            for (int i = 0; i < length; i++) {
                char c = buffer[i];
                if (c == '\n') {
                    endLine();
                } else if (lines != 0 || lineCharacters != 0 || c != '\uFEFF' || previous != -1) {
                    lineCharacters++;
                    if (line.length() <= FileLimits.LINE_CHARACTERS) {
                        line.append(c);
                    }
                }
                previous = c;
            }
        }
        if (lineCharacters > 0) {
            endLine();
        }
        return this;
    }

    private void endLine() {
        lines++;
        if (lines >= first && lines <= last && !full) {
            String text = shownLine();
            if (shown.length() + text.length() > budget) {
                full = true;
            } else {
                shown.append(text);
                lastShown = lines;
            }
        }
        line.setLength(0);
        lineCharacters = 0;
    }

    private String shownLine() {
        long characters = lineCharacters;
        if (line.length() > 0 && line.length() == characters && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        if (characters > FileLimits.LINE_CHARACTERS + 1) {
            line.setLength(FileLimits.LINE_CHARACTERS);
            line.append("… [cut; the line has ").append(characters).append(" characters]");
        }
        return NumberedLines.line(lines, line);
    }

    /** Returns the numbered lines. */
    String text() {
        return shown.toString();
    }

    /** Returns how many lines the text has. */
    long lines() {
        return lines;
    }

    /** Returns the last line shown; 0 if none is. */
    long lastShown() {
        return lastShown;
    }

    /** Returns whether lines that were asked for are left out because they are too many characters. */
    boolean isFull() {
        return full;
    }
}
