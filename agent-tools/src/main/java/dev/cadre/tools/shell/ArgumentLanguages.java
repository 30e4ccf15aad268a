package dev.cadre.tools.shell;

import java.util.Locale;

/** Knows what the arguments of listed programs may ask for beyond files and options. */
final class ArgumentLanguages {

    private ArgumentLanguages() {}

    /** Notes what runs code or reads files in such a way. */
    static void describe(String program, Invocation.Draft draft) {
        switch (program) {
            case "make", "gmake" -> draft.arguments().forEach(word -> make(draft, word));
            case "curl" -> {
                draft.arguments().forEach(word -> curl(draft, word));
                encoded(draft);
            }
            case "jq" -> draft.arguments().forEach(word -> jq(draft, word));
            default -> {}
        }
    }

    // The value of a variable is a macro, which runs $(shell …); and - is a makefile from the input.
    private static void make(Invocation.Draft draft, Word word) {
        String text = word.text();
        boolean isVariable = !word.isOption() && text.indexOf('=') >= 0;
        boolean isInput = text.equals("-") || text.matches("-[a-zA-Z]*f-|--(make)?file=-");
        if (isVariable || isInput) {
            draft.runsCode("make runs what \"" + text + "\" says", text);
        }
    }

    // A program may name files of data and of code.
    private static void jq(Invocation.Draft draft, Word word) {
        if (word.text().contains("import") || word.text().contains("include")) {
            draft.concerns("jq may read a file for \"" + word.text() + "\"", word.text());
        }
    }

    // Braces and brackets may hide a scheme, and a format may name a file.
    private static void curl(Invocation.Draft draft, Word word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        int scheme = text.indexOf("://");
        boolean isHidden = scheme >= 0 && text.substring(0, scheme).matches("[^\\s]*[\\[{][^\\s]*");
        boolean isFile = text.startsWith("file:") || text.startsWith("--url=file:");
        if (isHidden || isFile || text.contains("%output{")) {
            draft.concerns("curl may read or write a file for \"" + word.text() + "\"", word.text());
        }
    }

    // --data-urlencode name@file sends what the file holds.
    private static void encoded(Invocation.Draft draft) {
        String option = "--data-urlencode";
        for (int i = 0; i < draft.arguments().size(); i++) {
            String text = draft.arguments().get(i).text();
            boolean isValue = i > 0 && draft.arguments().get(i - 1).text().equals(option);
            String value = isValue ? text : text.startsWith(option + "=") ? text.substring(option.length() + 1) : "";
            int at = value.indexOf('@');
            if (at >= 0 && value.lastIndexOf('=', at) < 0) {
                draft.uses(Word.literal(value.substring(at + 1)), FileUse.Kind.UNKNOWN);
            }
        }
    }
}
