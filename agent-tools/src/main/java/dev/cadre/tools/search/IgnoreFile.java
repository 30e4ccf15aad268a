package dev.cadre.tools.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Holds the rules of one ignore file, for paths relative to its folder. The last rule that matches holds. */
final class IgnoreFile {

    /** Says what an ignore file, or several, says of a path. */
    enum Verdict {
        NONE,
        IGNORED,
        KEPT
    }

    private record Rule(Glob glob, boolean keeps) {}

    static final IgnoreFile EMPTY = new IgnoreFile(List.of());

    // The last rule first.
    private final List<Rule> rules;

    private IgnoreFile(List<Rule> rules) {
        this.rules = rules;
    }

    /** Parses an ignore file; a line that is no glob says nothing, as in git. */
    static IgnoreFile parse(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String rule = withoutTrailingBlanks(line);
            if (rule.isEmpty() || rule.startsWith("#")) {
                continue;
            }
            boolean keeps = rule.startsWith("!");
            try {
                rules.add(new Rule(Glob.parse(keeps ? rule.substring(1) : rule), keeps));
            } catch (GlobSyntaxException e) {
                // Git reads on; so do we, for an ignore file protects nothing.
            }
        }
        Collections.reverse(rules);
        return new IgnoreFile(rules);
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    Verdict verdict(String path, boolean folder) {
        for (Rule rule : rules) {
            if (rule.glob.matches(path, folder)) {
                return rule.keeps ? Verdict.KEPT : Verdict.IGNORED;
            }
        }
        return Verdict.NONE;
    }
}
