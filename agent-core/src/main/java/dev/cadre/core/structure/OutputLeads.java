package dev.cadre.core.structure;

import java.util.List;

/** Tells which lines with a colon lead into the parts or the form of what is to be handed over. */
final class OutputLeads {

    private static final Words PRODUCING = Words.of("""
            generate create write produce provide deliver output return present prepare compile draft report submit give
            send share end close finish document
            erstelle schreibe verfasse liefere génère rédige fournis genera escribe entrega gere escreva
            """);

    private static final Words GIVING = Words.of("provide return report present give deliver send");

    private static final Words DOCUMENTS = Words.of("""
            report reports summary summaries brief analysis assessment plan proposal review feedback findings response answer output document documentation spec specification overview verdict evaluation
            audit roadmap
            bericht zusammenfassung dokument plan antwort rapport résumé réponse informe resumen documento respuesta
            relatório resposta
            """);

    /** What stands between a document and its parts: "a report with". */
    private static final Words PARTICIPLES = Words.of("""
            including containing covering comprising highlighting with
            mit incluant comprenant avec incluyendo con incluindo com
            """);

    /** What stands there where the document is the subject: "your report must include". */
    private static final Words VERBS = Words.of("""
            include includes contain contains cover covers enthält enthalten umfasst comprend contient incluye contiene
            inclui contém
            """);

    private static final Words DEMANDS = Words.of("must should will shall muss soll doit debe deve");

    private static final Words EACH = Words.of("your each every any");

    /** What makes it no demand, or a demand on somebody else. */
    private static final Words FOREIGN = Words.of("""
            not never without avoid input inputs ingest receive receives received read existing they dispatch invoke spawn
            """);

    /** Documents that a phrase without a verb names as something to hand over. */
    private static final Words ANSWERS = Words.of("""
            report summary brief review plan analysis assessment response bericht zusammenfassung rapport résumé informe
            resumen
            """);

    /** The most words before the document where there is no verb, as in "short weekly summary with". */
    private static final int LONGEST_PHRASE = 3;

    private OutputLeads() {}

    /**
     * Returns whether the words tell to produce a document and end where its parts begin, such as "provide a report
     * with" or "your summary must include".
     */
    static boolean namesParts(String key) {
        List<String> words = List.of(key.split(" ", -1));
        int last = words.size() - 1;
        int document = document(words, last);
        if (document < 0 || words.stream().anyMatch(FOREIGN::contains)) {
            return false;
        }
        boolean produced = words.subList(0, document).stream().anyMatch(PRODUCING::contains);
        if (PARTICIPLES.contains(words.get(last))) {
            boolean phrase = document > 0 && document <= LONGEST_PHRASE && !"for".equals(words.get(0));
            return produced || (phrase && ANSWERS.contains(words.get(document)));
        }
        return VERBS.contains(words.get(last)) && (produced || isDemanded(words.subList(0, last), document));
    }

    /** Subject and verb stand together, with at most an auxiliary and an adverb between them. */
    private static boolean isDemanded(List<String> words, int document) {
        List<String> between = words.subList(document + 1, words.size());
        return between.size() <= 2
                && !"the".equals(words.get(0))
                && (EACH.contains(words.get(0)) || between.stream().anyMatch(DEMANDS::contains));
    }

    /** Returns whether the words tell to give an answer, such as "provide a summary of the work". */
    static boolean ordersAnswer(String key) {
        List<String> words = List.of(key.split(" ", -1));
        int answer = 1;
        while (answer < words.size() && !ANSWERS.contains(words.get(answer))) {
            answer++;
        }
        return GIVING.contains(words.get(0))
                && answer <= LONGEST_PHRASE
                && answer < words.size()
                && words.stream().noneMatch(FOREIGN::contains);
    }

    private static int document(List<String> words, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (DOCUMENTS.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether the words tell to produce a document, such as "generate a weekly analysis". */
    static boolean ordersDocument(String key) {
        List<String> words = List.of(key.split(" ", -1));
        int document = document(words, words.size());
        return PRODUCING.contains(words.get(0))
                && document > 0
                && words.subList(0, document).stream().noneMatch(PARTICIPLES::contains)
                && words.stream().noneMatch(FOREIGN::contains);
    }

    /** Returns whether it announces the form of an answer; then code shows it, whatever its language. */
    static boolean announcesForm(String key) {
        boolean answer = isAnswer(key) || Wording.CREATES.matches(key);
        return Wording.FORMS.matches(key) && (answer || Wording.RESULTS.matches(key));
    }

    /** Returns whether it is a short name of what is handed over, such as "output structure". */
    static boolean namesForm(String key) {
        String first = key.split(" ", 2)[0];
        boolean order = Verbs.isImperative(key) && !"output".equals(first);
        return !order && key.split(" ", -1).length <= LONGEST_PHRASE && OutputTitles.isMeant(key);
    }

    /** Returns whether what follows in a list is what the answer must have. */
    static boolean isAnswer(String key) {
        boolean foreign = List.of(key.split(" ", -1)).stream().anyMatch(FOREIGN::contains);
        return OutputTitles.isMeant(key) || (Wording.ANSWERS.matches(key) && !foreign) || namesParts(key);
    }
}
