package dev.cadre.tools.shell;

import java.util.List;

/**
 * Is the text that a program puts something else in place of, in the arguments of a program that it starts.
 *
 * @param text empty if it replaces nothing
 */
record Replacement(String text) {

    /** The one of {@code find}. */
    static final Replacement OF_FIND = new Replacement("{}");

    /** Reads the options of {@code xargs}. */
    static Replacement ofXargs(List<Word> options) {
        String text = "";
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i).text();
            if (option.startsWith("--replace")) {
                int equals = option.indexOf('=');
                text = equals < 0 ? "{}" : option.substring(equals + 1);
            } else if (!option.startsWith("--") && option.matches("-[0rtxop]*i.*")) {
                text = "{}";
            } else if (!option.startsWith("--") && option.matches("-[0rtxop]*I")) {
                text = i + 1 < options.size() ? options.get(i + 1).text() : "";
            } else if (!option.startsWith("--") && option.matches("(?s)-[0rtxop]*I.+")) {
                text = option.substring(option.indexOf('I') + 1);
            }
        }
        return new Replacement(text);
    }

    /** Returns the words of which those that hold the text are only known when the command runs. */
    List<Word> in(List<Word> words) {
        return words.stream().map(this::in).toList();
    }

    /** Returns a name that is only known when the command runs. */
    Word name() {
        return new Word(text, 0, false);
    }

    private Word in(Word word) {
        int at = text.isEmpty() ? -1 : word.text().indexOf(text);
        boolean isEarlier = at >= 0 && (word.wildcardAt() < 0 || at < word.wildcardAt());
        return isEarlier ? new Word(word.text(), at, word.isHome()) : word;
    }
}
