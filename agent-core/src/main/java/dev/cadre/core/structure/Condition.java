package dev.cadre.core.structure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells orders that hold only on some condition ("update X if …") from those that always hold. */
final class Condition {

    private static final Words OPENING = Words.of("""
            if unless whenever wenn falls sofern si sauf cuando quando caso если 如果 若
            """);

    private static final Words ANYWHERE = Words.of("if unless whenever falls sofern");

    /** Behind these "if" asks a question, it sets no condition. */
    private static final Words ASKING = Words.of("""
            check verify see determine ask asks state states say says tell tells know show shows decide note whether
            even as indicate confirm assess evaluate
            """);

    /** Behind these "if" begins a clause of its own. */
    private static final Words JOINTS = Words.of(", and but then only");

    /** How many words behind a name may still be about the name. */
    private static final int NEAR = 5;

    /** With these behind it, "when" tells of something that may never come. */
    private static final Words OCCASIONS = Words.of("""
            change changes changed needed necessary required requested applicable relevant appropriate asked exists
            exist fails failed found missing added introduced affected applies possible there any
            """);

    /** A file that is written where it is absent stands there in the end. */
    private static final List<String> UNTIL_THERE = List.of(
            "if it does not exist",
            "if it doesn t exist",
            "if missing",
            "if it is missing",
            "if absent",
            "if it is absent",
            "if not present",
            "if it is not there",
            "if none exists");

    private static final List<String> OCCASIONAL = List.of(
            "if any",
            "if needed",
            "if necessary",
            "if applicable",
            "if relevant",
            "if appropriate",
            "if required",
            "if requested",
            "if asked",
            "if present",
            "if possible",
            "as needed",
            "as necessary",
            "as appropriate",
            "when needed",
            "when necessary",
            "when applicable",
            "when relevant",
            "when appropriate",
            "when requested",
            "when asked",
            "where needed",
            "where applicable",
            "where relevant",
            "where appropriate",
            "optional",
            "optionally",
            "in case",
            "on request",
            "upon request",
            "bei bedarf",
            "wenn nötig",
            "falls nötig",
            "gegebenenfalls",
            "auf wunsch",
            "si besoin",
            "au besoin",
            "si nécessaire",
            "le cas échéant",
            "facultatif",
            "si es necesario",
            "si procede",
            "opcional",
            "opcionalmente",
            "en caso de",
            "se necessário",
            "em caso de");

    private static final List<String> UNSPACED = List.of("如有", "如需", "必要时", "可选", "必要に応じて", "場合", "任意");

    private Condition() {}

    /** Returns whether the sentence around a file's name sets a condition on writing it. */
    static boolean isAround(String raw, PathTokens.Token file) {
        String before = raw.substring(start(raw.substring(0, file.start())), file.start());
        String after = raw.substring(file.end(), end(raw, file.end()));
        if (isUntilThere(key(before) + " " + key(after))) {
            return false;
        }
        String near = String.join(" ", first(words(after)));
        return begins(before)
                || isCase(before)
                || OCCASIONAL.stream().anyMatch(phrase -> holds(near, phrase))
                || UNSPACED.stream().anyMatch((before + after)::contains)
                || setsCondition(first(words(after)))
                || (near.contains("when") && words(after).stream().anyMatch(OCCASIONS::contains));
    }

    /** Returns whether a heading or lead-in sets a condition on what stands below it. */
    static boolean isIn(String title) {
        if (isUntilThere(key(title))) {
            return false;
        }
        return setsCondition(words(title)) || isOccasional(title) || begins(title);
    }

    /** Returns whether the words say that it may be left out, such as {@code (if any)} and {@code optional}. */
    static boolean isOccasional(String text) {
        String key = key(text);
        return OCCASIONAL.stream().anyMatch(phrase -> holds(key, phrase))
                || UNSPACED.stream().anyMatch(text::contains);
    }

    private static boolean isUntilThere(String key) {
        String plain = key.replace(" already", "").replace(" yet", "");
        return UNTIL_THERE.stream().anyMatch(phrase -> holds(plain, phrase));
    }

    /** An arrow behind words that are no order leads from a case to what is done then. */
    private static boolean isCase(String before) {
        int arrow = before.indexOf('→');
        String text = arrow < 0 ? "" : PlainText.of(before.substring(0, arrow));
        return !text.isEmpty() && arrow == before.lastIndexOf('→') && !Verbs.isImperative(text);
    }

    private static boolean setsCondition(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (ANYWHERE.contains(words.get(i)) && (i == 0 || !ASKING.contains(words.get(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String text) {
        List<String> words = words(text);
        String key = key(text) + " ";
        if (words.isEmpty() || OPENING.contains(words.get(0)) || words.get(0).startsWith("如果")) {
            return !words.isEmpty();
        }
        for (int i = 1; i < words.size(); i++) {
            if (ANYWHERE.contains(words.get(i)) && JOINTS.contains(words.get(i - 1))) {
                return true;
            }
        }
        boolean when = "when".equals(words.get(0)) && words.stream().anyMatch(OCCASIONS::contains);
        return when || OCCASIONAL.stream().anyMatch(phrase -> key.startsWith(phrase + " "));
    }

    private static List<String> first(List<String> words) {
        return words.subList(0, Math.min(NEAR, words.size()));
    }

    private static int start(String before) {
        int dot = Math.max(before.lastIndexOf(". "), before.lastIndexOf("; "));
        return Math.max(dot, before.lastIndexOf('。')) + 1;
    }

    private static int end(String raw, int from) {
        int end = raw.length();
        for (String sign : List.of(". ", "; ", "。")) {
            int at = raw.indexOf(sign, from);
            end = at < 0 ? end : Math.min(end, at);
        }
        return end;
    }

    private static boolean holds(String key, String phrase) {
        return (" " + key + " ").contains(" " + phrase + " ");
    }

    private static List<String> words(String text) {
        String spaced = text.toLowerCase(Locale.ROOT)
                .replace(",", " , ")
                .replace("(", " , ")
                .replace("–", " , ");
        return Stream.of(spaced.replaceAll("[^\\p{L}\\p{N},]+", " ").split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String key(String text) {
        return String.join(" ", words(text.replace(',', ' ').replace('(', ' ')));
    }
}
