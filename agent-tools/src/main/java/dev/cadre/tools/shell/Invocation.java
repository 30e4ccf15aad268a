package dev.cadre.tools.shell;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is one program that a command starts, with all that is known of what it touches. Immutable. */
public final class Invocation {

    private final List<Word> words;
    private final List<Redirect> redirects;
    private final String text;
    private final List<String> directories;
    private final List<FileUse> files;
    private final List<Concern> concerns;
    private final @Nullable String opaqueness;
    private final List<Invocation> inner;
    private final boolean isPeeled;
    private final boolean isOpenEnded;
    private final boolean isStranger;

    Invocation(Draft draft) {
        this.words = Json.list(draft.words);
        this.redirects = Json.list(draft.redirects);
        this.text = draft.text;
        this.directories = Json.list(draft.directories);
        this.files = Json.list(draft.files);
        this.concerns = Json.list(draft.concerns);
        this.opaqueness = draft.opaqueness;
        this.inner = Json.list(draft.inner);
        this.isPeeled = draft.isPeeled;
        this.isOpenEnded = draft.isOpenEnded;
        this.isStranger = draft.isStranger;
    }

    /** Returns program and arguments; empty if bash only opens files. */
    public List<Word> words() {
        return words;
    }

    /** Returns the texts of program and arguments. */
    public List<String> argv() {
        return words.stream().map(Word::text).toList();
    }

    /** Returns the program as it is written; an empty text if bash only opens files. */
    public String program() {
        return words.isEmpty() ? "" : words.get(0).text();
    }

    /** Returns the files that bash opens for it. */
    public List<Redirect> redirects() {
        return redirects;
    }

    /** Returns it as it was written, for people. */
    public String text() {
        return text;
    }

    /** Returns the folders in which it may run, relative to the one in which the whole command starts. */
    public List<String> directories() {
        return directories;
    }

    /** Returns the files that its arguments name, or may name. */
    public List<FileUse> files() {
        return files;
    }

    /** Returns why a rule on the program with any arguments does not mean this call. */
    public List<Concern> concerns() {
        return concerns;
    }

    /** Returns why it runs code that nobody here sees; empty if it does not. */
    public Optional<String> opaqueness() {
        return Optional.ofNullable(opaqueness);
    }

    /** Returns the programs that it starts in turn. */
    public List<Invocation> inner() {
        return inner;
    }

    /** Returns whether a rule on the inner program suffices, as for {@code timeout}. */
    public boolean isPeeled() {
        return isPeeled;
    }

    /** Returns whether it gets further arguments that nobody knows yet, as behind {@code xargs}. */
    public boolean isOpenEnded() {
        return isOpenEnded;
    }

    /** Returns whether nothing is known of the program, so that it may run what its arguments name. */
    public boolean isStranger() {
        return isStranger;
    }

    /** Returns where the subcommand stands behind options that are no part of it; 1 for most programs. */
    public int subcommandAt() {
        boolean isGit = !words.isEmpty()
                && (words.get(0).text().equals("git") || words.get(0).text().endsWith("/git"));
        return isGit ? GitCall.subcommandAt(words) : 1;
    }

    /** Returns this and all that it starts, outermost first. */
    public List<Invocation> all() {
        List<Invocation> all = new ArrayList<>(List.of(this));
        inner.forEach(each -> all.addAll(each.all()));
        return all;
    }

    /** Is an invocation in the making. */
    static final class Draft {

        final List<Word> words;
        final String text;
        final List<String> directories;
        List<Redirect> redirects = List.of();
        final List<FileUse> files = new ArrayList<>();
        final List<Concern> concerns = new ArrayList<>();
        final List<Invocation> inner = new ArrayList<>();

        @Nullable
        String opaqueness;

        boolean isPeeled;
        boolean isOpenEnded;
        boolean isStranger;

        Draft(List<Word> words, String text, List<String> directories) {
            this.words = words;
            this.text = text;
            this.directories = directories;
        }

        List<Word> arguments() {
            return words.subList(1, words.size());
        }

        List<String> argumentTexts() {
            return arguments().stream().map(Word::text).toList();
        }

        void uses(Word word, FileUse.Kind kind) {
            files.add(new FileUse(word, kind));
        }

        void runsCode(String reason, String spelling) {
            concerns.add(new Concern(reason, spelling, true));
        }

        void concerns(String reason, String spelling) {
            concerns.add(new Concern(reason, spelling, false));
        }
    }
}
