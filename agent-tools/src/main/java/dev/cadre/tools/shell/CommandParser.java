package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a text as bash does, as far as it is certain, and hands on every simple command in order. */
final class CommandParser {

    private static final int MAX_DEPTH = 32;

    private static final Set<String> CONTROL_WORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "case",
            "esac",
            "for",
            "select",
            "while",
            "until",
            "do",
            "done",
            "in",
            "function",
            "coproc",
            "[[",
            "]]",
            "{",
            "}",
            "!");

    /** Takes what was read. */
    interface Sink {

        void accept(SimpleCommand command);
    }

    /**
     * Is a command word by word.
     *
     * @param words none if there are only redirects
     * @param redirects the files that bash opens for it
     * @param text as it was written
     * @param offset where it starts
     * @param follows what is known of the command before it
     */
    record SimpleCommand(List<Word> words, List<Redirect> redirects, String text, int offset, Follows follows) {}

    /** Says what is certain about the command before a command. */
    enum Follows {
        /** Nothing. */
        ANYTHING,
        /** It succeeded, and ran in the same shell. */
        SUCCESS,
        /** It stands before a pipe, and so runs in a shell of its own. */
        PIPE
    }

    private final Source source;
    private final WordReader words;
    private final boolean isPosix;
    private final Sink sink;
    private final HereDocuments documents = new HereDocuments();
    private final RedirectReader redirects;
    private int depth;
    private Follows follows = Follows.ANYTHING;

    CommandParser(String text, boolean isPosix, Sink sink) {
        this.source = new Source(text);
        this.words = new WordReader(source);
        this.isPosix = isPosix;
        this.sink = sink;
        this.redirects = new RedirectReader(source, words, documents, isPosix);
    }

    void parse() {
        list(Source.END);
        if (!source.isAtEnd()) {
            throw source.uncertain("a closing parenthesis opens nothing");
        }
        if (documents.arePending()) {
            throw source.uncertain("a here-document does not end");
        }
    }

    // Reads commands up to ')' or '}' or the end; the closing character stays.
    private void list(char close) {
        if (++depth > MAX_DEPTH) {
            throw source.uncertain("groups are nested deeper than " + MAX_DEPTH);
        }
        skipToCommand();
        boolean isEmpty = true;
        boolean isChain = true;
        follows = Follows.ANYTHING;
        while (!isClosed(close)) {
            boolean isOneCommand = pipeline();
            isEmpty = false;
            Separator separator = separator(close);
            // After a || b && c, c may run without b.
            isChain = separator == Separator.AND ? isChain && isOneCommand : separator == Separator.END;
            follows = isChain && separator == Separator.AND ? Follows.SUCCESS : Follows.ANYTHING;
            skipToCommandIf(separator != Separator.END);
        }
        follows = Follows.ANYTHING;
        if (isEmpty && close != Source.END) {
            throw source.uncertain("a group holds no command");
        }
        depth--;
    }

    private boolean isClosed(char close) {
        char c = source.peek();
        if (c == Source.END) {
            if (close != Source.END) {
                throw source.uncertain("a group is not closed");
            }
            return true;
        }
        if (c == ')' || (c == '}' && WordReader.endsWord(source.peek(1)))) {
            if (c != close) {
                throw source.uncertain("'" + c + "' closes nothing");
            }
            return true;
        }
        return false;
    }

    private enum Separator {
        AND,
        OR,
        END
    }

    // Moves over what stands between two pipelines.
    private Separator separator(char close) {
        source.skipBlanks();
        char c = source.peek();
        if (c == '\n') {
            newline();
            return Separator.END;
        }
        if (c == ';') {
            source.next();
            if (source.peek() == ';' || source.peek() == '&') {
                throw source.uncertain("';;' belongs to a case");
            }
            afterOperator();
            return Separator.END;
        }
        if (c == '&') {
            source.next();
            if (source.accept('&')) {
                afterOperator();
                return Separator.AND;
            }
            afterOperator();
            return Separator.END;
        }
        if (c == '|' && source.peek(1) == '|') {
            source.next();
            source.next();
            afterOperator();
            return Separator.OR;
        }
        boolean ends = c == Source.END || (c == ')' && close == ')');
        if (!ends) {
            throw source.uncertain("'" + c + "' stands where a command ends");
        }
        return Separator.END;
    }

    // An operator with a backslash-newline inside is legal but nothing that anybody writes.
    private void afterOperator() {
        if (source.peek() == '\\' && source.peek(1) == '\n') {
            throw source.uncertain("a line goes on right behind an operator");
        }
    }

    private void skipToCommandIf(boolean commandMustFollow) {
        skipToCommand();
        char c = source.peek();
        if (commandMustFollow && (c == Source.END || c == ')' || c == '}')) {
            throw source.uncertain("a command is missing behind an operator");
        }
    }

    private void skipToCommand() {
        while (true) {
            source.skipBlanks();
            source.skipComment();
            if (source.peek() != '\n') {
                return;
            }
            newline();
        }
    }

    private void newline() {
        source.next();
        documents.skip(source);
    }

    // Returns whether it is one simple command whose success is that of the pipeline.
    private boolean pipeline() {
        boolean isOneCommand = true;
        boolean mayTime = true;
        while (true) {
            if (mayTime && source.peek() == '!' && " \t".indexOf(source.peek(1)) >= 0) {
                source.next();
                source.skipBlanks();
                isOneCommand = false;
                continue;
            }
            boolean isSimple = command(mayTime);
            isOneCommand &= isSimple;
            source.skipBlanks();
            source.skipComment();
            if (source.peek() != '|' || source.peek(1) == '|') {
                return isOneCommand;
            }
            isOneCommand = false;
            source.next();
            if (source.accept('&')) {
                redirects.bashOnly("|&");
            }
            afterOperator();
            skipToCommandIf(true);
            mayTime = false;
            // Where a group began is not remembered.
            follows = isSimple ? Follows.PIPE : Follows.ANYTHING;
        }
    }

    private boolean command(boolean mayTime) {
        char c = source.peek();
        if (c == '(') {
            group(')', "(");
            return false;
        }
        if (c == '{' && " \t\n".indexOf(source.peek(1)) >= 0) {
            group('}', "{");
            return false;
        }
        simple(mayTime);
        return true;
    }

    private void group(char close, String open) {
        int start = source.at();
        source.next();
        if (source.peek() == '(') {
            throw source.uncertain("arithmetic is only known when the command runs");
        }
        list(close);
        source.next();
        if (close == '}' && !WordReader.endsWord(source.peek())) {
            throw source.uncertain("it is not certain where the group " + open + " ends");
        }
        List<Redirect> opened = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = redirects.read(opened);
        }
        if (!opened.isEmpty()) {
            sink.accept(new SimpleCommand(List.of(), opened, source.slice(start), start, Follows.ANYTHING));
        }
    }

    private void simple(boolean mayTime) {
        int start = source.at();
        List<Word> argv = new ArrayList<>();
        List<Redirect> opened = new ArrayList<>();
        boolean any = false;
        while (true) {
            if (redirects.read(opened)) {
                any = true;
                continue;
            }
            char c = source.peek();
            if (c == '#' || WordReader.endsWord(c)) {
                if (c == '(') {
                    throw source.uncertain("a parenthesis makes a function or a list");
                }
                break;
            }
            RawWord word = words.read();
            boolean isFirst = !any;
            any = true;
            if (word.isNumber() && (source.peek() == '<' || source.peek() == '>')) {
                throw new Uncertainty("a line goes on inside a redirection", word.offset());
            }
            if (documents.arePending() && word.text().indexOf('\n') >= 0) {
                throw new Uncertainty("a quoted line stands before a here-document", word.offset());
            }
            if (argv.isEmpty()) {
                if (isFirst && mayTime && word.isPlain("time") && !isPosix) {
                    time();
                    return;
                }
                argv.add(program(word));
            } else {
                argv.addAll(posix(word).words());
            }
        }
        if (!any) {
            throw source.uncertain("a command is missing");
        }
        sink.accept(new SimpleCommand(argv, opened, source.slice(start).strip(), start, follows));
    }

    // The reserved word, which times what follows; its only option is -p.
    private void time() {
        source.skipBlanks();
        if (source.peek() == '-') {
            RawWord option = words.read();
            if (!option.isPlain("-p")) {
                throw new Uncertainty("it is not certain what is timed", option.offset());
            }
            source.skipBlanks();
        }
        char c = source.peek();
        if (c == '-' || c == '!' || (WordReader.endsWord(c) && c != '(')) {
            throw source.uncertain("it is not certain what is timed");
        }
        command(true);
    }

    private Word program(RawWord word) {
        if (!word.isQuoted() && CONTROL_WORDS.contains(word.text())) {
            throw new Uncertainty("\"" + word.text() + "\" makes the command depend on what happens", word.offset());
        }
        if (word.hasPlain('=')) {
            throw new Uncertainty("an assignment changes what commands do", word.offset());
        }
        if (word.isPlain("[")) {
            return Word.literal("[");
        }
        // Behind a name it may start a subscript, which bash reads up to its end, blanks and all.
        if (word.hasPlain('[')) {
            throw new Uncertainty("a bracket may start a subscript", word.offset());
        }
        Word program = word.single("where a program's name stands");
        boolean isName = program.isLiteral()
                && !program.text().isEmpty()
                && program.text().chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!isName) {
            throw new Uncertainty("which program is meant is only known when the command runs", word.offset());
        }
        return program;
    }

    private RawWord posix(RawWord word) {
        if (isPosix && word.hasPlain('{') && word.hasPlain(',')) {
            throw new Uncertainty("shells differ in what braces mean", word.offset());
        }
        return word;
    }
}
