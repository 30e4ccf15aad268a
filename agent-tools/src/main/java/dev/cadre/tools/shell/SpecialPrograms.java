package dev.cadre.tools.shell;

import java.util.List;

/** Knows programs whose arguments are small languages of their own. */
final class SpecialPrograms {

    private SpecialPrograms() {}

    /** Notes what a call does; returns false if the program is not among them. */
    static boolean describe(String program, Invocation.Draft draft) {
        switch (program) {
            case "find" -> FindExpression.describe(draft);
            case "sed" -> SedScript.describe(draft);
            case "awk", "gawk", "mawk", "nawk" -> awk(draft);
            case "tar", "bsdtar" -> tar(draft);
            case "git" -> GitCall.describe(draft);
            default -> {
                return false;
            }
        }
        return true;
    }

    // -F and -v are plain; the program must neither run, nor write, nor read by itself.
    private static void awk(Invocation.Draft draft) {
        List<Word> arguments = draft.arguments();
        int at = 0;
        boolean hasProgramFile = false;
        while (at < arguments.size() && arguments.get(at).isOption()) {
            String option = arguments.get(at).text();
            boolean isPlain = option.startsWith("-F") || option.startsWith("-v");
            if (!isPlain) {
                draft.runsCode("it is not known what \"" + option + "\" makes of awk", option);
                Programs.optionValue(draft, arguments.get(at));
                hasProgramFile = true;
            }
            at += option.length() == 2 && isPlain ? 2 : 1;
        }
        if (at < arguments.size()) {
            Word program = arguments.get(at);
            String code = program.text();
            boolean acts = !program.isLiteral() || AwkProgram.mayAct(code);
            if (acts) {
                draft.runsCode("the awk program may run commands, or read or write other files", code);
            }
            int files = hasProgramFile ? at : at + 1;
            arguments.subList(files, arguments.size()).forEach(word -> draft.uses(word, FileUse.Kind.READ));
        }
    }

    private static void tar(Invocation.Draft draft) {
        List<Word> arguments = draft.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Word word = arguments.get(i);
            String text = word.text();
            boolean isBundle = i == 0 || (text.startsWith("-") && !text.startsWith("--"));
            boolean isPlain = isBundle
                    ? text.replaceFirst("^-", "").chars().allMatch(c -> "cxtzjJvfpkmC".indexOf(c) >= 0)
                    : !text.startsWith("-")
                            || text.startsWith("--exclude=")
                            || text.startsWith("--strip-components=")
                            || text.equals("--exclude-vcs");
            if (!isPlain || word.mayBecomeOption()) {
                draft.runsCode("it is not known what \"" + text + "\" makes of tar", text);
            }
            if (!text.startsWith("-") && i > 0) {
                draft.uses(word, FileUse.Kind.UNKNOWN);
                EmbeddedFiles.note(draft, word);
                if (text.indexOf(':') >= 0) {
                    draft.runsCode("\"" + text + "\" may lie on another machine, which tar reaches by a program", text);
                }
            } else if (text.startsWith("--")) {
                Programs.optionValue(draft, word);
            }
        }
    }
}
