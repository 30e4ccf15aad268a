package dev.cadre.tools.shell;

import java.util.List;
import java.util.regex.Pattern;

/** Reads the arguments of a program whose options are listed. Used once, by one thread. */
final class ProfiledCall {

    private static final Pattern NAME_PATTERN = Pattern.compile("[#{\\[]");

    private final String program;
    private final OptionProfile profile;
    private final Invocation.Draft draft;
    private final FileUse.Kind kind;
    private int textsLeft;

    ProfiledCall(String program, OptionProfile profile, Invocation.Draft draft) {
        this.program = program;
        this.profile = profile;
        this.draft = draft;
        this.kind = kind();
        this.textsLeft = profile.texts();
    }

    // grep reads a folder only when told to; rg always does.
    private FileUse.Kind kind() {
        boolean descends = program.equals("rg")
                || draft.arguments().stream().map(Word::text).anyMatch(ProfiledCall::isRecursive);
        return profile.operands() == FileUse.Kind.READ_TREE && !descends ? FileUse.Kind.READ : profile.operands();
    }

    /** Returns whether an option makes a program go into folders. */
    static boolean isRecursive(String text) {
        boolean isBundle = text.startsWith("-") && !text.startsWith("--");
        return isBundle
                ? text.indexOf('r') > 0 || text.indexOf('R') > 0
                : text.startsWith("--") && text.contains("recursive");
    }

    /** Notes what it does. */
    void describe() {
        List<Word> arguments = draft.arguments();
        boolean mayBeOption = true;
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            if (mayBeOption && word.text().equals("--")) {
                mayBeOption = false;
            } else if (mayBeOption && (word.isOption() || word.mayBecomeOption())) {
                i += option(word, i + 1 < arguments.size() ? arguments.get(i + 1) : Word.literal(""));
            } else {
                operand(word);
            }
        }
        if (kind == FileUse.Kind.READ_TREE && draft.files.isEmpty()) {
            draft.uses(Word.literal("."), kind);
        }
        ArgumentLanguages.describe(program, draft);
        if (program.equals("uniq")) {
            List<FileUse> operands = draft.files.stream()
                    .filter(use -> use.kind() == FileUse.Kind.READ)
                    .toList();
            operands.stream().skip(1).forEach(use -> {
                draft.uses(use.word(), FileUse.Kind.WRITE);
                draft.concerns("uniq writes its second file", use.word().text());
            });
        }
    }

    // Returns how many of the next words belong to the option.
    private int option(Word word, Word next) {
        OptionProfile.Arity arity = profile.arity(word);
        if (arity == OptionProfile.Arity.UNKNOWN || givesPattern(word.text())) {
            textsLeft = 0;
        }
        if (arity == OptionProfile.Arity.UNKNOWN) {
            draft.runsCode("it is not known what \"" + word.text() + "\" makes of " + program, word.text());
            if (word.isOption()) {
                Programs.optionValue(draft, word);
            } else {
                draft.uses(word, kind);
            }
            return 0;
        }
        if (arity == OptionProfile.Arity.NEXT_TWO) {
            return 2;
        }
        OptionProfile.Value value = profile.value(word.text());
        boolean takesNext = arity == OptionProfile.Arity.NEXT;
        value(takesNext ? next : Word.literal(value.attached()), value.isFile());
        return takesNext ? 1 : 0;
    }

    // Behind -e x, -ie x or --files the first operand is a file too; so it may be behind what is unknown.
    private static boolean givesPattern(String option) {
        return option.startsWith("--")
                ? option.startsWith("--regexp") || option.equals("--files")
                : option.indexOf('e') > 0;
    }

    // Of a value that is no file, only what it marks as one is.
    private void value(Word value, boolean isFile) {
        String text = value.text();
        if (isFile && !text.isEmpty()) {
            draft.uses(value, FileUse.Kind.UNKNOWN);
            // curl -T '{a,b}' sends two files, and -o '#1' is named by the address.
            if (NAME_PATTERN.matcher(text).find()) {
                draft.concerns(program + " may mean other files by \"" + text + "\"", text);
            }
        } else if (text.indexOf('@') >= 0 || text.contains("=<")) {
            EmbeddedFiles.note(draft, value);
        }
    }

    private void operand(Word word) {
        if (textsLeft > 0) {
            textsLeft--;
            return;
        }
        draft.uses(word, kind);
        if (kind == FileUse.Kind.UNKNOWN) {
            EmbeddedFiles.note(draft, word);
        }
    }
}
