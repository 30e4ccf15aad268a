package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.source.Keys;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports keys that nobody knows; one that looks like a restriction is an error, because it would silently not hold. */
final class UnknownKeys {

    // Folded spellings that mean a restriction and are not near enough to one to be found by distance.
    static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("tools", "tools"),
            Map.entry("disallowedtools", "disallowedTools"),
            Map.entry("permissionmode", "permissionMode"),
            Map.entry("permissions", "permissions"),
            Map.entry("readonly", "disallowedTools"),
            Map.entry("sandboxmode", "permissionMode"),
            Map.entry("allowedtools", "tools"),
            Map.entry("allowtools", "tools"),
            Map.entry("enabledtools", "tools"),
            Map.entry("deniedtools", "disallowedTools"),
            Map.entry("denytools", "disallowedTools"),
            Map.entry("excludedtools", "disallowedTools"),
            Map.entry("excludetools", "disallowedTools"),
            Map.entry("blockedtools", "disallowedTools"),
            Map.entry("disabledtools", "disallowedTools"),
            Map.entry("forbiddentools", "disallowedTools"),
            Map.entry("permission", "permissions"),
            Map.entry("approvalmode", "permissionMode"));

    private UnknownKeys() {}

    static void report(Problems problems, Node.Entry entry, Map<String, Meaning> keys, Dialect dialect) {
        Node.Scalar key = entry.key();
        String near = Spelling.nearest(key.text(), keys.keySet());
        // The spellings of all dialects: a restriction of another dialect would not hold here.
        String meant = isRestricting(keys.get(near)) ? near : MEANT.getOrDefault(Keys.fold(key.text()), "");
        if (!meant.isEmpty()) {
            problems.add(problems.at(
                            key,
                            DiagnosticCode.KEY_MISSPELLED_RESTRICTION,
                            "unknown key \"" + key.text() + "\" looks like \"" + meant
                                    + "\" and would silently not hold")
                    .found(key.text())
                    .fix(fix(problems, key, meant, keys)));
            return;
        }
        var problem = problems.at(
                        key,
                        DiagnosticCode.KEY_UNKNOWN,
                        "unknown key \"" + key.text() + "\"; it has no effect and is kept" + strictness(dialect))
                .found(key.text());
        if (!near.isEmpty()) {
            problem.fix(renamed("did you mean " + near + "?", problems, key, near));
        }
        problems.add(problem);
    }

    private static String strictness(Dialect dialect) {
        return switch (dialect) {
            case GEMINI -> "; Gemini CLI refuses the file for it";
            case CODEX -> "; Codex refuses the file for it";
            default -> "";
        };
    }

    // Limits of time, turns and places are told as other keys are: many files hold such keys of other formats.
    private static boolean isRestricting(@Nullable Meaning meaning) {
        return meaning != null
                && meaning.isRestriction()
                && meaning != Meaning.MAX_TURNS
                && meaning != Meaning.TIMEOUT_MINUTES
                && meaning != Meaning.RUN_CONFIG
                && meaning != Meaning.ISOLATION;
    }

    // Renaming helps only where the value is of the same kind, and where the format has the key at all.
    private static Fix fix(Problems problems, Node.Scalar key, String meant, Map<String, Meaning> keys) {
        if (!keys.containsKey(meant)) {
            return Fix.advice(
                    "this format has no such key; remove it, or write a Claude Code definition with " + meant);
        }
        boolean sameKind = Keys.fold(key.text()).endsWith("tools")
                || Spelling.nearest(key.text(), List.of(meant)).equals(meant);
        return sameKind ? renamed("write " + meant, problems, key, meant) : Fix.advice("express it with " + meant);
    }

    // A key in quotes stays in quotes, which JSON needs.
    private static Fix renamed(String title, Problems problems, Node.Scalar key, String name) {
        String quote = problems.head().startsWith("\"", key.offset()) ? "\"" : "";
        return Fix.replace(title, problems.span(key), quote + name + quote);
    }
}
