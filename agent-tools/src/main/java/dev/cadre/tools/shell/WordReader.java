package dev.cadre.tools.shell;

/** Reads one word with its quotes. */
final class WordReader {

    // What stands behind a dollar sign that is only itself.
    private static final String AFTER_LONE_DOLLAR = " \t\n;|&)" + Source.END;
    private static final String AFTER_LONE_DOLLAR_IN_QUOTES = "\" \t\n|).,/\\";

    private final Source source;

    WordReader(Source source) {
        this.source = source;
    }

    static boolean endsWord(char c) {
        return c == Source.END || " \t\n;&|<>()".indexOf(c) >= 0;
    }

    /** Reads the word that starts here; there is one. */
    RawWord read() {
        RawWord word = new RawWord(source.at());
        while (true) {
            if (source.skipContinuation()) {
                continue;
            }
            char c = source.peek();
            if (endsWord(c)) {
                return word;
            }
            if (c == '\'') {
                source.next();
                singleQuoted(word);
            } else if (c == '"') {
                source.next();
                doubleQuoted(word);
            } else if (c == '\\') {
                source.next();
                escaped(word);
            } else if (c == '`') {
                throw source.uncertain("a command in backticks is run to make a word");
            } else if (c == '$') {
                source.next();
                dollar(AFTER_LONE_DOLLAR);
                word.plain('$');
            } else {
                word.plain(source.next());
            }
        }
    }

    private void singleQuoted(RawWord word) {
        word.quotes();
        while (source.peek() != '\'') {
            if (source.isAtEnd()) {
                throw source.uncertain("a single quote is not closed");
            }
            word.quoted(source.next());
        }
        source.next();
    }

    private void doubleQuoted(RawWord word) {
        word.quotes();
        while (source.peek() != '"') {
            if (source.isAtEnd()) {
                throw source.uncertain("a double quote is not closed");
            }
            if (source.skipContinuation()) {
                continue;
            }
            char c = source.peek();
            if (c == '`') {
                throw source.uncertain("a command in backticks is run to make a word");
            }
            source.next();
            if (c == '$') {
                dollar(AFTER_LONE_DOLLAR_IN_QUOTES);
            } else if (c == '\\' && "$`\"\\".indexOf(source.peek()) >= 0) {
                c = source.next();
            }
            word.quoted(c);
        }
        source.next();
    }

    private void escaped(RawWord word) {
        if (source.isAtEnd()) {
            throw source.uncertain("the text ends in a backslash");
        }
        word.quoted(source.next());
    }

    private void dollar(String lone) {
        boolean isContinued = source.peek() == '\\' && source.peek(1) == '\n';
        if (isContinued || lone.indexOf(source.peek()) < 0) {
            throw source.uncertain("what stands for the $ is only known when the command runs");
        }
    }
}
