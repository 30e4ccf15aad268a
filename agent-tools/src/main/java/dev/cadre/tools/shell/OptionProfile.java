package dev.cadre.tools.shell;

import java.util.Set;

/**
 * Lists the options of a program. An option that is not listed is taken to run programs or write files.
 *
 * @param flags short options without a value; # stands for a number
 * @param valued short options with one; behind a ; those whose value is a file
 * @param longOptions long options, with a = at the end if they take a value, == if they take two words, and =@ if it is a file
 * @param texts how many operands are no files
 * @param operands what happens to the others
 */
record OptionProfile(String flags, String valued, Set<String> longOptions, int texts, FileUse.Kind operands) {

    private static final char FILES = ';';

    /** Says what an option takes. */
    enum Arity {
        /** Nothing, or what stands in the same word. */
        NONE,
        /** The next word. */
        NEXT,
        /** The next two words. */
        NEXT_TWO,
        /** Nobody knows. */
        UNKNOWN
    }

    /**
     * Is an option's value.
     *
     * @param attached what stands of it in the same word
     * @param isFile whether it names a file
     */
    record Value(String attached, boolean isFile) {}

    Arity arity(Word word) {
        String text = word.text();
        if (!word.isLiteral() && !isPatternAsValue(word)) {
            return Arity.UNKNOWN;
        }
        return text.startsWith("--") ? longArity(text) : shortArity(text);
    }

    // Files of the name --include=… are rare, and would still be this option.
    private boolean isPatternAsValue(Word word) {
        int equals = word.text().indexOf('=');
        boolean isValue = word.text().startsWith("--") && equals > 0 && word.wildcardAt() > equals;
        return isValue && !word.isHome() && longOptions.contains(word.text().substring(0, equals + 1));
    }

    private Arity longArity(String text) {
        int equals = text.indexOf('=');
        String name = equals > 0 ? text.substring(0, equals) : text;
        if (equals < 0 && longOptions.contains(name + "==")) {
            return Arity.NEXT_TWO;
        }
        boolean takesValue = longOptions.contains(name + "=") || longOptions.contains(name + "=@");
        if (equals > 0) {
            return takesValue ? Arity.NONE : Arity.UNKNOWN;
        }
        return longOptions.contains(text) ? Arity.NONE : takesValue ? Arity.NEXT : Arity.UNKNOWN;
    }

    private Arity shortArity(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (takesValue(c)) {
                return i == text.length() - 1 ? Arity.NEXT : Arity.NONE;
            }
            boolean isFlag = flags.indexOf(c) >= 0 && c != '#';
            boolean isNumber = c >= '0' && c <= '9' && flags.indexOf('#') >= 0;
            if (!isFlag && !isNumber) {
                return Arity.UNKNOWN;
            }
        }
        return Arity.NONE;
    }

    private boolean takesValue(char letter) {
        return letter != FILES && valued.indexOf(letter) >= 0;
    }

    /** Returns the value of an option that is listed; one without a value has an empty one. */
    Value value(String option) {
        if (option.startsWith("--")) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            return new Value(equals < 0 ? "" : option.substring(equals + 1), longOptions.contains(name + "=@"));
        }
        int letter = 1;
        while (letter < option.length() && !takesValue(option.charAt(letter))) {
            letter++;
        }
        if (letter == option.length()) {
            return new Value("", false);
        }
        int files = valued.indexOf(FILES);
        boolean isFile = files >= 0 && valued.indexOf(option.charAt(letter)) > files;
        return new Value(option.substring(letter + 1), isFile);
    }
}
