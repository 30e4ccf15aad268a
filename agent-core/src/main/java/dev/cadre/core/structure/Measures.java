package dev.cadre.core.structure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads numbers with bounds and units from a statement. */
final class Measures {

    private static final Words UNITS = Words.of("""
            % ms s sec secs second seconds min mins minute minutes h hour hours day days week weeks µs ns fps kb mb gb kib
            mib b bytes byte characters character chars lines line words word columns tokens x px rps requests req qps tps
            users errors warnings vulnerabilities levels points stars percent k files tests
            prozent sekunden minuten stunden tage zeichen zeilen wörter secondes heures jours caractères lignes mots
            segundos minutos horas días caracteres líneas palabras 秒 毫秒 分钟 小时 天 字符 行 个字符
            """);

    private static final List<String> AT_LEAST = phrases("""
            at least, minimum, min, no less than, not less than, mindestens, au moins, al menos, como mínimo, mínimo, 至少,
            不低于, 最少
            """);

    private static final List<String> AT_MOST = phrases("""
            at most, maximum, max, up to, no more than, not more than, not exceed, within, höchstens, maximal, bis zu,
            au plus, jusqu'à, como máximo, máximo, hasta, 最多, 不超过, 最大, 以内
            """);

    private static final List<String> BELOW = phrases("""
            under, below, less than, fewer than, lower than, unter, weniger als, moins de, inférieur à, sous, menos de,
            inferior a, por debajo de, 低于, 小于, 少于
            """);

    private static final List<String> ABOVE = phrases("""
            above, over, more than, greater than, exceeds, exceeding, über, mehr als, plus de, supérieur à, más de,
            superior a, por encima de, 高于, 大于, 超过
            """);

    private static final List<String> BOUNDS =
            Stream.of(AT_LEAST, AT_MOST, BELOW, ABOVE).flatMap(List::stream).toList();

    private static final int LONGEST_BOUND = 24;

    /** What stands behind a number but counts nothing. */
    private static final Words NO_UNITS = Words.of("""
            of to and or in on at per for with from by through initially is are the a an if when than von bis und oder de et ou y o e
            """);

    private static final Words NEGATIONS =
            Words.of("not never no don't don’t nie nicht niemals ne jamais nunca no não");

    private static final int LONGEST = 12;

    private final String text;
    private final List<Measure> found = new ArrayList<>();

    private Measures(String text) {
        this.text = text;
    }

    private static List<String> phrases(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    static List<Measure> in(String text) {
        Measures measures = new Measures(text);
        int i = 0;
        while (i < text.length()) {
            i = isDigit(text.charAt(i)) ? measures.number(i) : i + 1;
        }
        return measures.found;
    }

    /** Returns whether the bound of a measure is told by a sign or word, so that it is surely a limit. */
    static boolean hasLimit(List<Measure> measures) {
        return measures.stream().anyMatch(measure -> measure.bound() != Measure.Bound.EXACTLY);
    }

    private int number(int from) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || isSeparator(end))) {
            end++;
        }
        boolean inWord = from > 0
                && ((Character.isLetter(text.charAt(from - 1)) && !isWide(text.charAt(from - 1)))
                        || "_-./#".indexOf(text.charAt(from - 1)) >= 0);
        Optional<Unit> unit = unit(end, isSigned(from), isBounded(from));
        Optional<BigDecimal> value = value(text.substring(from, end));
        if (!inWord && unit.isPresent() && value.isPresent()) {
            found.add(new Measure(
                    bound(from, unit.get().end()), value.get(), unit.get().text()));
            return Math.max(end, unit.get().end());
        }
        return end;
    }

    /** Reads {@code 1,000}, {@code 0.5} and {@code 0,5}; versions such as {@code 1.2.3} are no numbers. */
    private static Optional<BigDecimal> value(String digits) {
        int dot = digits.indexOf('.');
        int comma = digits.lastIndexOf(',');
        boolean thousands = comma > 0 && digits.length() - comma == 4 && dot < 0;
        String plain = thousands || dot > comma ? digits.replace(",", "") : digits.replace(',', '.');
        boolean single = plain.indexOf('.') == plain.lastIndexOf('.');
        return single && plain.length() <= LONGEST ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private boolean isSigned(int from) {
        String before = text.substring(Math.max(0, from - 3), from).strip();
        return !before.isEmpty()
                && "<>≤≥=".indexOf(before.charAt(before.length() - 1)) >= 0
                && !before.endsWith("->")
                && !before.endsWith("=>")
                && !before.equals("=")
                && !before.endsWith("==");
    }

    /** Returns whether words for a bound stand right before: what is counted behind them is the unit, whatever it is. */
    private boolean isBounded(int from) {
        String before = " " + lower(Math.max(0, from - LONGEST_BOUND), from).stripTrailing();
        return BOUNDS.stream().anyMatch(bound -> before.endsWith(isWide(bound.charAt(0)) ? bound : " " + bound));
    }

    private String lower(int from, int end) {
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private boolean isSeparator(int i) {
        char c = text.charAt(i);
        return (c == '.' || c == ',') && i + 1 < text.length() && isDigit(text.charAt(i + 1));
    }

    private record Unit(String text, int end) {}

    private Optional<Unit> unit(int from, boolean signed, boolean bounded) {
        int start = from;
        if (start < text.length() && text.charAt(start) == '+') {
            start++;
        }
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '-')) {
            start++;
        }
        int end = start;
        if (end < text.length() && text.charAt(end) == '%') {
            return Optional.of(new Unit("%", end + 1));
        }
        while (end < text.length() && Character.isLetter(text.charAt(end)) && end - start < 16) {
            end++;
        }
        for (int stop = end; stop > start; stop--) {
            boolean whole = stop == end || isWide(text.charAt(stop));
            if (whole && UNITS.contains(text.substring(start, stop).toLowerCase(Locale.ROOT))) {
                return Optional.of(new Unit(text.substring(start, stop), stop));
            }
        }
        boolean counted = bounded && end > start && !NO_UNITS.contains(lower(start, end));
        return signed || counted ? Optional.of(new Unit(text.substring(start, end), end)) : Optional.empty();
    }

    private Measure.Bound bound(int from, int end) {
        String before = text.substring(Math.max(0, from - 40), from)
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
        String after = text.substring(end, Math.min(text.length(), end + 24)).toLowerCase(Locale.ROOT);
        if (before.endsWith("<=") || before.endsWith("≤")) {
            return Measure.Bound.AT_MOST;
        }
        if (before.endsWith(">=") || before.endsWith("≥")) {
            return Measure.Bound.AT_LEAST;
        }
        if (before.endsWith("<")) {
            return Measure.Bound.BELOW;
        }
        if (before.endsWith(">")) {
            return Measure.Bound.ABOVE;
        }
        if (text.startsWith("+", end)
                || after.startsWith(" or more")
                || after.startsWith(" or higher")
                || text.substring(from, end).contains("+")
                || after.startsWith(" minimum")) {
            return Measure.Bound.AT_LEAST;
        }
        if (after.startsWith(" or less")
                || after.startsWith(" or fewer")
                || after.startsWith(" maximum")
                || after.startsWith(" max")) {
            return Measure.Bound.AT_MOST;
        }
        return worded(" " + before);
    }

    private static Measure.Bound worded(String before) {
        if (isNear(before, AT_LEAST)) {
            return Measure.Bound.AT_LEAST;
        }
        if (isNear(before, AT_MOST)) {
            return Measure.Bound.AT_MOST;
        }
        boolean negated = Stream.of(before.split("[^\\p{L}'’]+", -1)).anyMatch(NEGATIONS::contains);
        if (isNear(before, BELOW)) {
            return negated ? Measure.Bound.AT_LEAST : Measure.Bound.BELOW;
        }
        if (isNear(before, ABOVE)) {
            return negated ? Measure.Bound.AT_MOST : Measure.Bound.ABOVE;
        }
        return Measure.Bound.EXACTLY;
    }

    private static boolean isNear(String before, List<String> words) {
        for (String word : words) {
            int at = before.lastIndexOf(isWide(word.charAt(0)) ? word : " " + word);
            boolean unit = at > 0 && isDigit(before.charAt(at - 1));
            int end = at + word.length() + 1;
            boolean whole = isWide(word.charAt(0)) || end >= before.length() || !Character.isLetter(before.charAt(end));
            if (at >= 0
                    && whole
                    && !unit
                    && before.indexOf(',', at) < 0
                    && before.substring(at).chars().noneMatch(c -> c >= '0' && c <= '9')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWide(char c) {
        return c >= 0x3040;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
