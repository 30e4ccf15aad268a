package dev.cadre.tools.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one simple command: its words and its redirections. */
final class SimpleCommandReader {

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

    private final Source source;
    private final WordReader words;
    private final HereDocuments documents;
    private final RedirectReader redirects;
    private final boolean isPosix;

    SimpleCommandReader(
            Source source, WordReader words, HereDocuments documents, RedirectReader redirects, boolean isPosix) {
        this.source = source;
        this.words = words;
        this.documents = documents;
        this.redirects = redirects;
        this.isPosix = isPosix;
    }

    /** Reads the command that starts here; empty if it was the reserved word that times what follows. */
    Optional<SimpleCommand> read(boolean mayTime, SimpleCommand.Follows follows) {
        int start = source.at();
        List<Word> argv = new ArrayList<>();
        List<Redirect> opened = new ArrayList<>();
        boolean isFirst = true;
        while (true) {
            if (redirects.read(opened)) {
                isFirst = false;
                continue;
            }
            char c = source.peek();
            if (c == '(') {
                throw source.uncertain("a parenthesis makes a function or a list");
            }
            if (c == '#' || WordReader.endsWord(c)) {
                break;
            }
            RawWord word = word();
            if (!argv.isEmpty()) {
                argv.addAll(word.words());
            } else if (isFirst && mayTime && word.isPlain("time") && !isPosix) {
                return Optional.empty();
            } else {
                argv.add(program(word));
            }
            isFirst = false;
        }
        if (isFirst) {
            throw source.uncertain("a command is missing");
        }
        return Optional.of(new SimpleCommand(argv, opened, source.slice(start).strip(), start, follows));
    }

    private RawWord word() {
        RawWord word = words.read();
        if ((source.peek() == '<' || source.peek() == '>') && word.isNumber()) {
            throw new Uncertainty("a line goes on inside a redirection", word.offset());
        }
        if (documents.arePending() && word.text().indexOf('\n') >= 0) {
            throw new Uncertainty("a quoted line stands before a here-document", word.offset());
        }
        if (isPosix && word.hasPlain('{') && word.hasPlain(',')) {
            throw new Uncertainty("shells differ in what braces mean", word.offset());
        }
        return word;
    }

    private static Word program(RawWord word) {
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
}
