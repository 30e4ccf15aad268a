package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the files that a line tells the agent to write. */
final class OutputStatement {

    private static final int FARTHEST_VERB = 14;
    private static final int NEAR_VERB = 16;
    private static final int MOST_WORDS_BEHIND_LABEL = 4;
    private static final int MOST_DESCRIBING = 3;
    private static final int MOST_WORDS_OF_SECOND = 8;

    private OutputStatement() {}

    static List<PathTokens.Token> in(String raw) {
        List<PathTokens.Token> outputs = new ArrayList<>();
        List<PathTokens.Token> tokens = PathTokens.in(raw);
        int from = 0;
        boolean previous = false;
        for (PathTokens.Token token : tokens) {
            String before = raw.substring(from, token.start());
            boolean joined = previous && isJoint(before);
            String after = raw.substring(token.end(), Math.min(raw.length(), token.end() + NEAR_VERB));
            boolean output = !isConfiguration(token) && (joined || isOutput(sentence(before), from == 0, token, after));
            if (output) {
                outputs.add(token);
            }
            previous = output;
            from = token.end();
        }
        return outputs;
    }

    private static boolean isConfiguration(PathTokens.Token token) {
        String path = token.path().toLowerCase(Locale.ROOT);
        return OutputWords.CONFIGURATION.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static boolean isJoint(String between) {
        String word = PlainText.of(between).toLowerCase(Locale.ROOT);
        return OutputWords.JOINTS.contains(word) || word.equals(", and") || isSecond(words(word));
    }

    /** One order puts two things in two places: {@code and a copy to}. */
    private static boolean isSecond(List<String> words) {
        return words.size() > 2
                && words.size() <= MOST_WORDS_OF_SECOND
                && "and".equals(words.get(0))
                && OutputWords.PLACES.contains(words.get(words.size() - 1))
                && OutputWords.OBJECTS.contains(words.get(1))
                && words.stream().noneMatch(word -> OutputWords.SOURCES.contains(word) || ".".equals(word));
    }

    /** Returns what stands between the last end of a sentence and the path. */
    private static String sentence(String before) {
        int from = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            boolean end = (c == '.' || c == ';' || c == '?' || c == '!')
                    && i + 1 < before.length()
                    && before.charAt(i + 1) == ' ';
            if (end || "。；！？".indexOf(c) >= 0) {
                from = i + 1;
            }
        }
        return before.substring(from);
    }

    private static boolean isOutput(String before, boolean isFirst, PathTokens.Token token, String after) {
        String text = withoutOpening(PlainText.of(before).toLowerCase(Locale.ROOT));
        if ((isFirst && isLabel(text)) || isLabelled(text)) {
            return true;
        }
        if (isOwner(text, after)) {
            return false;
        }
        for (String verb : OutputWords.UNSPACED_VERBS) {
            boolean follows = after.contains(verb);
            if ((text.contains(verb) && text.length() - text.lastIndexOf(verb) < 16) || follows) {
                boolean placed = !token.isFolder() || OutputWords.UNSPACED_SAVING.contains(verb);
                return placed && OutputWords.UNSPACED_NEGATIONS.stream().noneMatch(text::contains);
            }
        }
        List<String> behind = words(after.toLowerCase(Locale.ROOT));
        if (!behind.isEmpty() && OutputWords.VERBS_BEHIND.contains(behind.get(0)) && !isNegated(text)) {
            return true;
        }
        List<String> words = withoutAlternative(words(text));
        for (int verb = words.size() - 1; verb >= 0 && words.size() - verb <= FARTHEST_VERB; verb--) {
            if (OutputWords.VERBS.contains(words.get(verb)) && !isLabel(words, verb)) {
                if (isPlace(token, words, verb, after) && isInstruction(words, verb) && reaches(words, verb)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In unspaced scripts: something of the file is used, not the file written. */
    private static boolean isOwner(String text, String after) {
        String behind = after.strip();
        boolean genitive = OutputWords.GENITIVES.stream().anyMatch(behind::startsWith);
        return genitive || OutputWords.UNSPACED_SOURCES.stream().anyMatch(text::endsWith);
    }

    /** Returns whether the order puts a document there; one can also create folders, and programs in them. */
    private static boolean isPlace(PathTokens.Token token, List<String> words, int verb, String after) {
        List<String> behind = words(after.toLowerCase(Locale.ROOT));
        boolean filled =
                behind.size() > 1 && "and".equals(behind.get(0)) && OutputWords.SAVING_VERBS.contains(behind.get(1));
        List<String> order = words.subList(verb, words.size());
        boolean restricts = words.subList(Math.max(0, verb - 2), words.size()).contains("only");
        boolean documents = order.stream().anyMatch(OutputWords.DOCUMENTS::contains);
        boolean saved = filled || OutputWords.SAVING_VERBS.contains(order.get(0));
        return !token.isFolder() || ((saved || (documents && !restricts)) && !token.isOfSources());
    }

    /** Takes away what opens the name: a quotation mark, or the sign of a mention. */
    private static String withoutOpening(String text) {
        int end = text.length();
        while (end > 0 && "'\"“‘„«@".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).stripTrailing();
    }

    private static boolean isNegated(String text) {
        return words(text).stream().anyMatch(OutputWords.NEGATIONS::contains);
    }

    private static boolean isLabel(String text) {
        String label = Titles.withoutColon(text.endsWith("→") ? text.substring(0, text.length() - 1) : text);
        boolean marked = Titles.endsWithColon(text) || text.endsWith("→");
        return marked
                ? OutputWords.LABELS.isExactly(Titles.key(label))
                : text.endsWith(" to") && OutputWords.LABELS.isExactly(text);
    }

    /** The sentence begins with a label, and a few words stand between it and the path. */
    private static boolean isLabelled(String sentence) {
        int colon = sentence.indexOf(':');
        if (colon < 0 || colon == sentence.length() - 1) {
            return false;
        }
        List<String> between = words(sentence.substring(colon + 1));
        return OutputWords.LABELS.isExactly(Titles.key(sentence.substring(0, colon)))
                && between.size() <= MOST_WORDS_BEHIND_LABEL
                && between.stream().allMatch(word -> Character.isLetterOrDigit(word.charAt(0)))
                && between.stream().noneMatch(OutputWords.SOURCES::contains);
    }

    /** A word with a colon behind it, such as {@code Document:}, is a noun. */
    private static boolean isLabel(List<String> words, int verb) {
        return verb == words.size() - 2 && ":".equals(words.get(verb + 1));
    }

    /** Takes the last verb of {@code write/refresh} away. */
    private static List<String> withoutAlternative(List<String> words) {
        int end = words.size();
        return end > 2 && "/".equals(words.get(end - 2)) ? words.subList(0, end - 2) : words;
    }

    /** The verb must command: it begins the sentence or a part of it, or stands behind such as "you must". */
    private static boolean isInstruction(List<String> words, int verb) {
        int clause = words.subList(0, verb).lastIndexOf(",") + 1;
        for (int i = Math.max(clause, verb - 5); i < verb; i++) {
            if (OutputWords.NEGATIONS.contains(words.get(i))) {
                return false;
            }
        }
        if (clause > 0 && clause == verb) {
            return opensOrder(words.subList(0, verb));
        }
        if (verb == 0) {
            return true;
        }
        String word = words.get(verb - 1);
        if (OutputWords.AUXILIARIES.contains(word)) {
            return verb == 1 || OutputWords.SUBJECTS.contains(words.get(verb - 2));
        }
        return OutputWords.BEFORE_VERB.contains(word) || OutputWords.FINAL_VERBS.contains(words.get(verb));
    }

    /** Before the comma stands an occasion, an adverb or another order: {@code Read the code, write}. */
    private static boolean opensOrder(List<String> words) {
        List<String> opening = words.subList(words.lastIndexOf(":") + 1, words.size());
        boolean negated = opening.size() > 1 && OutputWords.NEGATIONS.contains(opening.get(1));
        boolean order = Verbs.isImperative(opening.get(0)) && !negated;
        return order || OutputWords.INTRODUCTIONS.contains(opening.get(0));
    }

    /** Between verb and path stands the object, or a word that says that the path is the place. */
    private static boolean reaches(List<String> words, int verb) {
        boolean noun = OutputWords.NOUNS.contains(words.get(verb));
        if (verb == words.size() - 1) {
            return !noun;
        }
        if (words.subList(verb, words.size()).stream().anyMatch(OutputWords.SOURCES::contains)) {
            return false;
        }
        String last = words.get(words.size() - 1);
        if (noun && !OutputWords.PLACES.contains(last)) {
            return false;
        }
        if (verb == words.size() - 2 && !noun && "—–-".contains(last)) {
            return true;
        }
        if (":".equals(last) || "(".equals(last) || "→".equals(last)) {
            return words.size() - verb <= 8 || "→".equals(last);
        }
        return noun
                ? OutputWords.PLACES.contains(last)
                : OutputWords.BEFORE_PATH.contains(last) || describes(words.subList(verb + 1, words.size()));
    }

    /** A few words between the verb and the file can only describe the file: {@code write a detailed}. */
    private static boolean describes(List<String> between) {
        return between.size() <= MOST_DESCRIBING
                && between.stream().allMatch(word -> Character.isLetter(word.charAt(0)))
                && between.stream().noneMatch(OutputWords.LINKS::contains)
                && between.stream().noneMatch(OutputWords.NEGATIONS::contains);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean part = Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == '_';
            if (part && start < 0) {
                start = i;
            }
            if (!part) {
                if (start >= 0) {
                    words.add(text.substring(start, i));
                    start = -1;
                }
                if (!Character.isWhitespace(c)) {
                    words.add(String.valueOf(c));
                }
            }
        }
        return words;
    }
}
