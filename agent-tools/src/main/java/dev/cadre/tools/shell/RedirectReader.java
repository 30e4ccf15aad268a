package dev.cadre.tools.shell;

import java.util.List;

/** Reads redirections. */
final class RedirectReader {

    private final Source source;
    private final WordReader words;
    private final HereDocuments documents;
    private final boolean isPosix;

    RedirectReader(Source source, WordReader words, HereDocuments documents, boolean isPosix) {
        this.source = source;
        this.words = words;
        this.documents = documents;
        this.isPosix = isPosix;
    }

    /** Reads one redirection and adds the file that it opens; returns false if none stands here. */
    boolean read(List<Redirect> redirects) {
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
        source.skipBlanks();
        if (source.accept('-')) {
            // The dash is a word of its own here, whatever stands behind it.
            if (!WordReader.endsWord(source.peek())) {
                throw source.uncertain("it is not certain where the redirection ends");
            }
            return;
        }
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
        // Behind = and : a tilde is a home too.
        boolean holdsHome = target.isHome() && !target.text().startsWith("~");
        if (target.wildcardAt() >= 0 || target.text().isEmpty() || holdsHome) {
            throw new Uncertainty("which file is opened is only known when the command runs", word.offset());
        }
        if (target.text().startsWith("/dev/tcp/") || target.text().startsWith("/dev/udp/")) {
            throw new Uncertainty("bash opens a network connection for it", word.offset());
        }
        return target;
    }

    /** Refuses what only bash knows, where another shell may read. */
    void bashOnly(String what) {
        if (isPosix) {
            throw source.uncertain("shells differ in what " + what + " means");
        }
    }
}
