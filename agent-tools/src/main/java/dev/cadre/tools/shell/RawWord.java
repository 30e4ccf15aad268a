package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;

/** Is a word as it was written: its characters, each with the knowledge whether it was quoted. */
final class RawWord {

    private static final int MAX_ALTERNATIVES = 64;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();
    private final int offset;
    private boolean hasQuotes;

    RawWord(int offset) {
        this.offset = offset;
    }

    private RawWord(RawWord origin, String text, String marks) {
        this.offset = origin.offset;
        this.hasQuotes = origin.hasQuotes;
        this.text.append(text);
        this.marks.append(marks);
    }

    int offset() {
        return offset;
    }

    void plain(char c) {
        text.append(c);
        marks.append(' ');
    }

    void quoted(char c) {
        text.append(c);
        marks.append('q');
    }

    /** Notes a quote, which makes a word even of nothing. */
    void quotes() {
        hasQuotes = true;
    }

    boolean isQuoted() {
        return hasQuotes || marks.indexOf("q") >= 0;
    }

    String text() {
        return text.toString();
    }

    boolean isPlain(String wanted) {
        return !isQuoted() && text.length() == wanted.length() && text.indexOf(wanted) == 0;
    }

    boolean isNumber() {
        return !isQuoted() && text().matches("[0-9]+");
    }

    boolean hasPlain(char c) {
        for (int i = 0; i < text.length(); i++) {
            if (isPlainAt(i, c)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlainAt(int i, char c) {
        return text.charAt(i) == c && marks.charAt(i) == ' ';
    }

    /** Returns the one word that bash makes of it. */
    Word single(String where) {
        List<Word> words = words();
        if (words.size() != 1) {
            throw new Uncertainty("braces mean several words " + where, offset);
        }
        return words.get(0);
    }

    /** Returns the words that bash makes of it, file names not yet put in place of wildcards. */
    List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (RawWord alternative : alternatives()) {
            words.add(new Word(alternative.text(), alternative.wildcardAt(), alternative.startsHome()));
        }
        return words;
    }

    private int wildcardAt() {
        for (int i = 0; i < text.length(); i++) {
            boolean isSet = isPlainAt(i, '[') && text.indexOf("]", i) > 0;
            if (isPlainAt(i, '*') || isPlainAt(i, '?') || isSet) {
                return i;
            }
        }
        return -1;
    }

    // A tilde is a home at the start of a word, and behind = and : in words that look like assignments.
    private boolean startsHome() {
        for (int i = 0; i < text.length(); i++) {
            boolean mayStart = i == 0 || isPlainAt(i - 1, '=') || isPlainAt(i - 1, ':');
            if (mayStart && isPlainAt(i, '~')) {
                refuseFolderStack(i + 1);
                return true;
            }
        }
        return false;
    }

    // ~+ is the folder in which the command runs, ~- the one before, and a number one of those that pushd keeps.
    private void refuseFolderStack(int at) {
        if (at < text.length() && "+-0123456789".indexOf(text.charAt(at)) >= 0) {
            throw new Uncertainty(
                    "which folder \"~" + text.charAt(at) + "\" means is only known when the command runs", offset);
        }
    }

    private List<RawWord> alternatives() {
        List<RawWord> done = new ArrayList<>();
        List<RawWord> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            RawWord next = open.remove(0);
            List<RawWord> expanded = next.expandFirstBrace();
            if (expanded.isEmpty()) {
                done.add(next);
            } else {
                open.addAll(0, expanded);
            }
            if (done.size() + open.size() > MAX_ALTERNATIVES) {
                throw new Uncertainty("braces mean more than " + MAX_ALTERNATIVES + " words", offset);
            }
        }
        return done;
    }

    // Lists such as {a,b} only: nesting, ranges and braces beside lists have rules that few know.
    private List<RawWord> expandFirstBrace() {
        int open = indexOfPlain('{', 0);
        if (open < 0 || !isExpanded()) {
            return List.of();
        }
        int close = indexOfPlain('}', open);
        List<Integer> cuts = new ArrayList<>(List.of(open));
        for (int i = open + 1; i < close; i++) {
            if (isPlainAt(i, '{')) {
                throw new Uncertainty("braces are nested", offset);
            }
            if (isPlainAt(i, ',')) {
                cuts.add(i);
            }
        }
        if (close < 0 || cuts.size() < 2 || hasPlain('~')) {
            throw new Uncertainty("it is not certain what the braces mean", offset);
        }
        cuts.add(close);
        List<RawWord> words = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            RawWord word = without(open, cuts.get(i - 1) + 1, cuts.get(i), close + 1);
            if (word.text.isEmpty()) {
                throw new Uncertainty("braces mean an empty word", offset);
            }
            words.add(word);
        }
        return words;
    }

    // HEAD@{1} and {} stay as they are; a comma or a range makes braces mean something.
    private boolean isExpanded() {
        return hasPlain('}') && (hasPlain(',') || text.indexOf("..") >= 0);
    }

    private RawWord without(int open, int from, int to, int after) {
        return new RawWord(
                this,
                text.substring(0, open) + text.substring(from, to) + text.substring(after),
                marks.substring(0, open) + marks.substring(from, to) + marks.substring(after));
    }

    private int indexOfPlain(char c, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isPlainAt(i, c)) {
                return i;
            }
        }
        return -1;
    }
}
