package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.diagnostic.Severity;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.source.Keys;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Map.entry("restrictedtools", "disallowedTools"),
            Map.entry("disallow", "disallowedTools"),
            Map.entry("toolsallowed", "tools"),
            Map.entry("toolsdenied", "disallowedTools"),
            Map.entry("deny", "permissions"),
            Map.entry("network", "permissions"),
            Map.entry("permission", "permissions"),
            Map.entry("approvalmode", "permissionMode"));

    private final Problems problems;
    private final Dialect dialect;
    private final Map<String, Meaning> keys;
    private final Set<String> present = new HashSet<>();

    UnknownKeys(Problems problems, Dialect dialect, Map<String, Meaning> keys) {
        this.problems = problems;
        this.dialect = dialect;
        this.keys = keys;
    }

    /** Takes the keys that stand there: none is called as one of them. */
    void beside(Node.Mapping mapping) {
        mapping.entries().forEach(entry -> present.add(entry.key().text()));
    }

    void report(Node.Scalar key) {
        String near = Spelling.nearest(key.text(), keys.keySet());
        // The spellings of all dialects: a restriction of another dialect would not hold here.
        String meant = isRestricting(keys.get(near)) ? near : MEANT.getOrDefault(Keys.fold(key.text()), "");
        if (!meant.isEmpty()) {
            problems.add(problems.at(
                            key,
                            DiagnosticCode.KEY_MISSPELLED_RESTRICTION,
                            key.text().equals(meant)
                                    ? "this format has no key \"" + meant + "\", so it would silently not hold"
                                    : "unknown key \"" + key.text() + "\" looks like \"" + meant
                                            + "\" and would silently not hold")
                    .found(key.text())
                    .fix(fix(key, meant)));
            return;
        }
        // What opencode does not know, it hands on.
        boolean option = dialect == Dialect.OPENCODE && near.isEmpty();
        Diagnostic.Builder problem = problems.at(
                        key,
                        DiagnosticCode.KEY_UNKNOWN,
                        "unknown key \"" + key.text() + "\"; it has no effect and is kept" + strictness())
                .severity(option ? Severity.INFO : Severity.WARNING)
                .found(key.text());
        if (!near.isEmpty() && (Keys.fold(near).equals(Keys.fold(key.text())) || !isKnownElsewhere(key.text()))) {
            problem.fix(renamed("did you mean " + near + "?", key, near));
        }
        problems.add(problem);
    }

    // A key of another format is no slip of the pen.
    private static boolean isKnownElsewhere(String key) {
        for (Dialect other : Dialect.values()) {
            if (DialectKeys.of(other).containsKey(key)) {
                return true;
            }
        }
        return false;
    }

    private String strictness() {
        return switch (dialect) {
            case GEMINI -> "; Gemini CLI refuses the file for it";
            case CODEX -> "; Codex refuses the file for it";
            case OPENCODE -> "; opencode passes it to the model's provider";
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
    private Fix fix(Node.Scalar key, String meant) {
        if (!keys.containsKey(meant)) {
            return Fix.advice(
                    "this format has no such key; remove it, or write a Claude Code definition with " + meant);
        }
        boolean sameKind = Keys.fold(key.text()).endsWith("tools")
                || Spelling.nearest(key.text(), List.of(meant)).equals(meant);
        return sameKind ? renamed("write " + meant, key, meant) : Fix.advice("express it with " + meant);
    }

    // A key in quotes stays in quotes, which JSON needs. Where the other key stands already, a person has to choose.
    private Fix renamed(String title, Node.Scalar key, String name) {
        if (present.contains(name)) {
            return Fix.advice(title);
        }
        String quote = problems.head().startsWith("\"", key.offset()) ? "\"" : "";
        return Fix.replace(title, problems.span(key), quote + name + quote);
    }
}
