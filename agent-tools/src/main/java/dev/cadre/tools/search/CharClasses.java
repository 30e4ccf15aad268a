package dev.cadre.tools.search;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Knows the named sets of characters, by the Unicode of the running Java. */
final class CharClasses {

    static final CharSet SPACE = CharSet.of(
            '\t', '\r', ' ', ' ', 0x85, 0x85, 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F,
            0x202F, 0x205F, 0x205F, 0x3000, 0x3000);

    private static final Map<String, int[]> POSIX = Map.ofEntries(
            Map.entry("alnum", new int[] {'0', '9', 'A', 'Z', 'a', 'z'}),
            Map.entry("alpha", new int[] {'A', 'Z', 'a', 'z'}),
            Map.entry("ascii", new int[] {0, 127}),
            Map.entry("blank", new int[] {'\t', '\t', ' ', ' '}),
            Map.entry("cntrl", new int[] {0, 31, 127, 127}),
            Map.entry("digit", new int[] {'0', '9'}),
            Map.entry("graph", new int[] {'!', '~'}),
            Map.entry("lower", new int[] {'a', 'z'}),
            Map.entry("print", new int[] {' ', '~'}),
            Map.entry("punct", new int[] {'!', '/', ':', '@', '[', '`', '{', '~'}),
            Map.entry("space", new int[] {'\t', '\r', ' ', ' '}),
            Map.entry("upper", new int[] {'A', 'Z'}),
            Map.entry("word", new int[] {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}),
            Map.entry("xdigit", new int[] {'0', '9', 'A', 'F', 'a', 'f'}));

    private CharClasses() {}

    /** Holds sets that take long to make and are not always needed. */
    private static final class Lazy {
        static final CharSet WORD = CharSet.where(CharClasses::isWord);
        static final CharSet DIGIT = CharSet.where(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER);
    }

    static CharSet word() {
        return Lazy.WORD;
    }

    static CharSet digit() {
        return Lazy.DIGIT;
    }

    static boolean isWord(int c) {
        if (c < 0x80) {
            return CharSet.WORD_ASCII.contains(c);
        }
        int type = Character.getType(c);
        return Character.isAlphabetic(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.CONNECTOR_PUNCTUATION
                || c == 0x200C
                || c == 0x200D;
    }

    static Optional<CharSet> posix(String name) {
        return Optional.ofNullable(POSIX.get(name)).map(CharSet::of);
    }

    /** Finds a general category such as {@code Lu}, a script such as {@code Greek}, or {@code Alphabetic}. */
    static Optional<CharSet> unicode(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replace("_", "");
        Optional<IntPredicate> category = category(folded);
        if (category.isPresent()) {
            return category.map(CharSet::where);
        }
        try {
            Character.UnicodeScript script = Character.UnicodeScript.forName(name);
            return Optional.of(CharSet.where(c -> Character.UnicodeScript.of(c) == script));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<IntPredicate> category(String name) {
        return switch (name) {
            case "l", "letter" -> Optional.of(Character::isLetter);
            case "lu", "uppercaseletter" -> of(Character.UPPERCASE_LETTER);
            case "ll", "lowercaseletter" -> of(Character.LOWERCASE_LETTER);
            case "lt" -> of(Character.TITLECASE_LETTER);
            case "lm" -> of(Character.MODIFIER_LETTER);
            case "lo" -> of(Character.OTHER_LETTER);
            case "n", "number" -> of(Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER);
            case "nd" -> of(Character.DECIMAL_DIGIT_NUMBER);
            case "m", "mark" ->
                of(Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK);
            case "p", "punctuation" ->
                of(
                        Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION);
            case "s", "symbol" ->
                of(Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL);
            case "sm" -> of(Character.MATH_SYMBOL);
            case "sc" -> of(Character.CURRENCY_SYMBOL);
            case "z", "separator" ->
                of(Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);
            case "zs" -> of(Character.SPACE_SEPARATOR);
            case "cc" -> of(Character.CONTROL);
            case "alphabetic", "alpha" -> Optional.of(Character::isAlphabetic);
            case "lowercase", "lower" -> Optional.of(Character::isLowerCase);
            case "uppercase", "upper" -> Optional.of(Character::isUpperCase);
            case "whitespace" -> Optional.of(SPACE::contains);
            default -> Optional.empty();
        };
    }

    private static Optional<IntPredicate> of(int... types) {
        long mask = 0;
        for (int type : types) {
            mask |= 1L << type;
        }
        long all = mask;
        return Optional.of(c -> ((all >>> Character.getType(c)) & 1) != 0);
    }
}
