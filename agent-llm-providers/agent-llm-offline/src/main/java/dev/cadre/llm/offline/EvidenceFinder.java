package dev.cadre.llm.offline;

import dev.cadre.llm.offline.Corpus.Indexed;
import dev.cadre.llm.offline.Passage.Kind;
import dev.cadre.llm.offline.Topic.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks the passages that speak of a topic.
 *
 * <p>A word counts the more, the fewer passages hold it. A passage qualifies if it holds at least half of the weight of
 * what the title or another aspect says, or stands under a heading that does. Precision comes before coverage: a
 * section without evidence is an answer, too.
 */
final class EvidenceFinder {

    private static final double ENOUGH = 0.5;

    private final Corpus corpus;
    private final List<String> order;
    private final Set<String> query;

    private EvidenceFinder(Corpus corpus, List<String> order, Set<String> query) {
        this.corpus = corpus;
        this.order = order;
        this.query = query;
    }

    /** Makes a finder over files in the order of their worth; passages that speak of the query count more. */
    static EvidenceFinder of(List<SourceFile> files, Set<String> query) {
        return new EvidenceFinder(
                Corpus.of(files), files.stream().map(SourceFile::path).toList(), query);
    }

    Evidence find(Topic topic, int limit) {
        if (topic.aspects().isEmpty()) {
            return new Evidence(topic, List.of(), List.of());
        }
        Set<String> wanted = new LinkedHashSet<>();
        topic.aspects().forEach(aspect -> wanted.addAll(aspect.stems()));
        List<Match> matches = corpus.holdingAny(wanted).stream()
                .map(indexed -> match(topic, indexed))
                .filter(Match::qualifies)
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
        List<Match> chosen = choose(topic, matches, limit);
        List<Aspect> open = topic.aspects().stream()
                .skip(topic.named())
                .filter(aspect ->
                        chosen.stream().noneMatch(match -> match.covered().contains(aspect)))
                .toList();
        return new Evidence(topic, inOrder(chosen), open);
    }

    private Match match(Topic topic, Indexed indexed) {
        Set<Aspect> covered = new LinkedHashSet<>();
        double best = 0;
        double sum = 0;
        for (Aspect aspect : topic.aspects()) {
            double coverage = coverage(aspect.stems(), indexed.own());
            if (coverage >= ENOUGH) {
                covered.add(aspect);
            }
            best = Math.max(best, coverage);
            sum += coverage;
        }
        Set<String> title = topic.aspects().get(0).stems();
        double heading = coverage(title, indexed.context());
        double score = best
                + 0.6 * coverage(title, indexed.own())
                + 0.6 * heading
                + 0.2 * Math.min(2, sum - best)
                + 0.2 * coverage(query, indexed.own());
        boolean prose = indexed.passage().kind() == Kind.PROSE;
        boolean qualifies = !covered.isEmpty()
                || (prose && heading > ENOUGH && indexed.own().size() > 2);
        return new Match(indexed.passage(), prose ? score : 0.75 * score, covered, qualifies);
    }

    private double coverage(Set<String> wanted, Set<String> present) {
        double all = 0;
        double held = 0;
        for (String stem : wanted) {
            double weight = corpus.weight(stem);
            all += weight;
            held += present.contains(stem) ? weight : 0;
        }
        // A word that half of all passages hold tells little, even where it is the only one that is asked for.
        double telling = Math.min(1, held / (ENOUGH * corpus.fullWeight()));
        return all == 0 ? 0 : held / all * telling;
    }

    /** First the best passage of each aspect, then the best of all. */
    private static List<Match> choose(Topic topic, List<Match> matches, int limit) {
        Map<String, Match> chosen = new LinkedHashMap<>();
        for (Aspect aspect : topic.aspects()) {
            matches.stream()
                    .filter(match -> match.covered().contains(aspect))
                    .findFirst()
                    .ifPresent(match -> add(chosen, match, limit));
        }
        double enough = matches.isEmpty() ? 0 : ENOUGH * matches.get(0).score();
        matches.stream().filter(match -> match.score() >= enough).forEach(match -> add(chosen, match, limit));
        return new ArrayList<>(chosen.values());
    }

    private static void add(Map<String, Match> chosen, Match match, int limit) {
        if (chosen.size() < limit) {
            chosen.putIfAbsent(match.passage().normalized(), match);
        }
    }

    private List<Passage> inOrder(List<Match> chosen) {
        return chosen.stream()
                .map(Match::passage)
                .sorted(Comparator.comparingInt((Passage passage) -> order.indexOf(passage.path()))
                        .thenComparingInt(passage -> passage.lines().get(0).number()))
                .toList();
    }

    private record Match(Passage passage, double score, Set<Aspect> covered, boolean qualifies) {}
}
