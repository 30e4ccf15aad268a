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
     * @param followsSuccess whether it runs only if the command before it succeeded
     */
    record SimpleCommand(List<Word> words, List<Redirect> redirects, String text, int offset, boolean followsSuccess) {}

    private final Source source;
    private final WordReader words;
    private final boolean isPosix;
    private final Sink sink;
    private final HereDocuments documents = new HereDocuments();
    private int depth;
    private boolean followsSuccess;

    CommandParser(String text, boolean isPosix, Sink sink) {
        this.source = new Source(text);
        this.words = new WordReader(source);
        this.isPosix = isPosix;
        this.sink = sink;
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
        followsSuccess = false;
        while (!isClosed(close)) {
            boolean isOneCommand = pipeline();
            isEmpty = false;
            Separator separator = separator(close);
            // After a || b && c, c may run without b.
            isChain = separator == Separator.AND ? isChain && isOneCommand : separator == Separator.END;
            followsSuccess = isChain && separator == Separator.AND;
            skipToCommandIf(separator != Separator.END);
        }
        followsSuccess = false;
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
            isOneCommand &= command(mayTime);
            source.skipBlanks();
            source.skipComment();
            if (source.peek() != '|' || source.peek(1) == '|') {
                return isOneCommand;
            }
            isOneCommand = false;
            source.next();
            if (source.accept('&')) {
                bashOnly("|&");
            }
            afterOperator();
            skipToCommandIf(true);
            mayTime = false;
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
        List<Redirect> redirects = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = redirect(redirects);
        }
        if (!redirects.isEmpty()) {
            sink.accept(new SimpleCommand(List.of(), redirects, source.slice(start), start, false));
        }
    }

    private void simple(boolean mayTime) {
        int start = source.at();
        List<Word> argv = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        boolean any = false;
        while (true) {
            if (redirect(redirects)) {
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
            any = true;
            if (documents.arePending() && word.text().indexOf('\n') >= 0) {
                throw new Uncertainty("a quoted line stands before a here-document", word.offset());
            }
            if (argv.isEmpty()) {
                if (redirects.isEmpty() && mayTime && word.isPlain("time") && !isPosix) {
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
        sink.accept(new SimpleCommand(argv, redirects, source.slice(start).strip(), start, followsSuccess));
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
        if (word.text().equals("[") && !word.isQuoted()) {
            return Word.literal("[");
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

    private void bashOnly(String what) {
        if (isPosix) {
            throw source.uncertain("shells differ in what " + what + " means");
        }
    }

    // Reads one redirection, if one stands here.
    private boolean redirect(List<Redirect> redirects) {
        source.skipBlanks();
        int digits = 0;
        while (Character.isDigit(source.peek(digits)) && source.peek(digits) < 0x80) {
            digits++;
        }
        char operator = source.peek(digits);
        boolean isBoth = digits == 0 && operator == '&' && source.peek(1) == '>';
        if (operator != '<' && operator != '>' && !isBoth) {
            refuseVariable();
            return false;
        }
        if (digits > 2) {
            throw source.uncertain("the redirection has too large a number");
        }
        for (int i = 0; i < digits; i++) {
            source.next();
        }
        if (isBoth) {
            bashOnly("&>");
            source.next();
            source.next();
            source.accept('>');
            file(true, redirects);
        } else if (operator == '>') {
            source.next();
            output(digits > 0, redirects);
        } else {
            source.next();
            input(redirects);
        }
        return true;
    }

    // {name}>file opens a file under a number that only bash knows.
    private void refuseVariable() {
        if (source.peek() != '{') {
            return;
        }
        int end = 1;
        while (Character.isLetterOrDigit(source.peek(end)) || source.peek(end) == '_') {
            end++;
        }
        char behind = source.peek(end + 1);
        if (source.peek(end) == '}' && (behind == '<' || behind == '>')) {
            throw source.uncertain("a redirection to a variable is not followed");
        }
    }

    private void output(boolean hasNumber, List<Redirect> redirects) {
        if (source.accept('(')) {
            throw source.uncertain("a process substitution runs a command");
        }
        if (source.accept('&')) {
            duplicate(!hasNumber, redirects);
            return;
        }
        if (!source.accept('>')) {
            source.accept('|');
        }
        file(true, redirects);
    }

    private void input(List<Redirect> redirects) {
        if (source.accept('(')) {
            throw source.uncertain("a process substitution runs a command");
        }
        if (source.accept('&')) {
            duplicate(false, redirects);
            return;
        }
        if (source.accept('>')) {
            file(true, redirects);
            return;
        }
        if (!source.accept('<')) {
            file(false, redirects);
            return;
        }
        if (source.accept('<')) {
            bashOnly("<<<");
            target().single("behind <<<");
            return;
        }
        boolean stripsTabs = source.accept('-');
        documents.add(delimiter(), stripsTabs);
    }

    private RawWord delimiter() {
        RawWord word = target();
        if (word.hasPlain('{') || word.hasPlain('~')) {
            throw new Uncertainty("it is not certain what ends the here-document", word.offset());
        }
        return word;
    }

    private void duplicate(boolean mayBeFile, List<Redirect> redirects) {
        RawWord word = target();
        String text = word.text();
        String number = text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
        boolean isNumber = number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (isNumber && !word.isQuoted()) {
            return;
        }
        if (!mayBeFile) {
            throw new Uncertainty("it is not certain what the redirection opens", word.offset());
        }
        bashOnly(">&");
        redirects.add(new Redirect(true, opened(word)));
    }

    private void file(boolean writes, List<Redirect> redirects) {
        redirects.add(new Redirect(writes, opened(target())));
    }

    private RawWord target() {
        if (source.peek() == '\\' && source.peek(1) == '\n') {
            throw source.uncertain("a line goes on right behind an operator");
        }
        source.skipBlanks();
        if (WordReader.endsWord(source.peek())) {
            throw source.uncertain("a redirection has no target");
        }
        return words.read();
    }

    private static Word opened(RawWord word) {
        Word target = word.single("where a file is opened");
        if (target.wildcardAt() >= 0 || target.text().isEmpty()) {
            throw new Uncertainty("which file is opened is only known when the command runs", word.offset());
        }
        if (target.text().startsWith("/dev/tcp/") || target.text().startsWith("/dev/udp/")) {
            throw new Uncertainty("bash opens a network connection for it", word.offset());
        }
        return target;
    }
}
