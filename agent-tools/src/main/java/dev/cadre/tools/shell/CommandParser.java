package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads a text as bash does, as far as it is certain, and hands on every simple command in order. */
final class CommandParser {

    private static final int MAX_DEPTH = 32;

    /** Takes what was read. */
    interface Sink {

        void accept(SimpleCommand command);
    }

    private final Source source;
    private final WordReader words;
    private final SimpleCommandReader simple;
    private final Sink sink;
    private final HereDocuments documents = new HereDocuments();
    private final RedirectReader redirects;
    private int depth;
    private SimpleCommand.Follows follows = SimpleCommand.Follows.ANYTHING;

    CommandParser(String text, boolean isPosix, Sink sink) {
        this.source = new Source(text);
        this.words = new WordReader(source);
        this.sink = sink;
        this.redirects = new RedirectReader(source, words, documents, isPosix);
        this.simple = new SimpleCommandReader(source, words, documents, redirects, isPosix);
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
        follows = SimpleCommand.Follows.ANYTHING;
        while (!isClosed(close)) {
            boolean isOneCommand = pipeline();
            isEmpty = false;
            Separator separator = separator(close);
            // After a || b && c, c may run without b.
            isChain = separator == Separator.AND ? isChain && isOneCommand : separator == Separator.END;
            follows = isChain && separator == Separator.AND
                    ? SimpleCommand.Follows.SUCCESS
                    : SimpleCommand.Follows.ANYTHING;
            skipToCommandIf(separator != Separator.END);
        }
        follows = SimpleCommand.Follows.ANYTHING;
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

    // Moves over what stands between two pipelines, but for a newline, which may start the text of here-documents.
    private Separator separator(char close) {
        char c = source.peek();
        if (c == '\n') {
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
            follows = isSimple ? SimpleCommand.Follows.PIPE : SimpleCommand.Follows.ANYTHING;
        }
    }

    private boolean command(boolean mayTime) {
        char c = source.peek();
        if (c == '(') {
            group(')');
            return false;
        }
        if (c == '{' && " \t\n".indexOf(source.peek(1)) >= 0) {
            group('}');
            return false;
        }
        simple.read(mayTime, follows).ifPresentOrElse(sink::accept, this::time);
        return true;
    }

    private void group(char close) {
        int start = source.at();
        source.next();
        if (source.peek() == '(') {
            throw source.uncertain("arithmetic is only known when the command runs");
        }
        list(close);
        source.next();
        List<Redirect> opened = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = redirects.read(opened);
        }
        if (!opened.isEmpty()) {
            sink.accept(
                    new SimpleCommand(List.of(), opened, source.slice(start), start, SimpleCommand.Follows.ANYTHING));
        }
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
}
