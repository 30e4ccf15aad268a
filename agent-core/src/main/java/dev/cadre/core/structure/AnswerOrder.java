package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells which lines with a colon order an answer: {@code When done, you will return a summary:}. What stands before the
 * order (a label, an occasion, whom it is for) does not matter, its verb and its object do.
 */
final class AnswerOrder {

    /** Verbs that need no object: {@code you will provide:}. */
    private static final Words ANSWERING = Words.of("""
            provide return report present respond reply output deliver provides returns
            berichte melde liefere fournis fournissez rapporte proporciona entrega informa forneça retorne
            """);

    /** Verbs that a German order ends with: {@code Fehler melden mit}. */
    private static final Words FINAL = Words.of("berichten melden ausgeben liefern zurückgeben nennen");

    private static final Words GIVING = Words.of("give send share submit end close conclude finish");

    private static final Words FORMING = Words.of("structure format organize organise produce compile write generate");

    private static final Words SUBJECTS = Words.of("""
            you i agent will must should shall always then finally also only please immediately now to
            """);

    private static final Words ANSWERS = Words.of("""
            report reports summary summaries response responses answer answers reply output outputs findings results
            result verdict brief assessment breakdown deliverable deliverables json object block analysis
            recommendations review overview
            """);

    /** What is made rather than answered must be an answer in the narrow sense. */
    private static final Words NARROW = Words.of("""
            report reports summary response responses answer answers output outputs findings results review reviews
            deliverables
            """);

    private static final Words PREPOSITIONS =
            Words.of("for to of from about on in by using against at as with that which");

    /** What may stand behind a verb without an object. */
    private static final Words FILLERS = Words.of("back with the following only exactly as follows this format in");

    /** What makes it no order, or an order to somebody else. */
    private static final Words FOREIGN = Words.of("""
            not never without avoid input inputs receive receives received read existing they dispatch invoke spawn
            request requests query across
            """);

    private static final double MOSTLY = 0.6;

    private AnswerOrder() {}

    /** Returns whether the lead-in orders an answer and the block, if a list, names parts rather than actions. */
    static boolean leadsInto(Block block, Block.Paragraph lead) {
        return isIn(lead) && !(block instanceof Block.Listing list && instructs(list));
    }

    private static boolean instructs(Block.Listing list) {
        long orders = list.items().stream()
                .filter(item -> Verbs.isImperative(item.text()))
                .count();
        return orders >= MOSTLY * list.items().size();
    }

    static boolean isIn(Block.Paragraph lead) {
        String sentence = Section.leadSentence(lead).toLowerCase(Locale.ROOT);
        String text = Titles.withoutColon(sentence);
        List<String> words = words(text.substring(text.lastIndexOf(": ") + 1));
        if (words.isEmpty() || words.stream().anyMatch(FOREIGN::contains)) {
            return false;
        }
        int from = Verbs.isCondition(words.get(0)) ? words.indexOf(",") + 1 : 0;
        if (from == 0 && Verbs.isCondition(words.get(0))) {
            return false;
        }
        while (from < words.size() && SUBJECTS.contains(words.get(from))) {
            from++;
        }
        return from < words.size() && (isOrder(words.subList(from, words.size())) || endsInOrder(words, from));
    }

    private static boolean isOrder(List<String> words) {
        String verb = words.get(0);
        int end = 1;
        while (end < words.size() && !PREPOSITIONS.contains(words.get(end))) {
            end++;
        }
        List<String> object = words.subList(1, end);
        if (ANSWERING.contains(verb)) {
            return object.stream().anyMatch(ANSWERS::contains)
                    || words.subList(1, words.size()).stream().allMatch(FILLERS::contains);
        }
        return (GIVING.contains(verb) && words.stream().anyMatch(ANSWERS::contains))
                || (FORMING.contains(verb) && object.stream().anyMatch(NARROW::contains));
    }

    /** Several orders in a row, the last of them to answer: {@code save the plan and report}. */
    private static boolean endsInOrder(List<String> words, int from) {
        int last = words.size() - 1;
        if (FINAL.contains(words.get(last))
                || (last > 0 && "mit".equals(words.get(last)) && FINAL.contains(words.get(last - 1)))) {
            return true;
        }
        return last > from
                && ANSWERING.contains(words.get(last))
                && ("and".equals(words.get(last - 1)) || ",".equals(words.get(last - 1)))
                && Verbs.isImperative(words.get(from));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace(",", " , ").split("[^\\p{L}\\p{N},]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
