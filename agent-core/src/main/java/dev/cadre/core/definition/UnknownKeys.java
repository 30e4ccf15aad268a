package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.source.Keys;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports keys that nobody knows; one that looks like a restriction is an error, because it would silently not hold. */
final class UnknownKeys {

    static final List<String> KNOWN = List.of(
            "name",
            "description",
            "tools",
            "disallowedTools",
            "model",
            "permissionMode",
            "permissions",
            "maxTurns",
            "skills",
            "mcpServers",
            "hooks",
            "memory",
            "background",
            "effort",
            "isolation",
            "color",
            "initialPrompt",
            "omitClaudeMd",
            "experimental");

    private static final Set<String> RESTRICTING = Set.of("tools", "disallowedTools", "permissionMode", "permissions");

    // Folded spellings that mean a restriction and are not near enough to one to be found by distance.
    private static final Map<String, String> MEANT = Map.ofEntries(
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

    static void report(Problems problems, Node.Entry entry) {
        Node.Scalar key = entry.key();
        String near = MEANT.getOrDefault(Keys.fold(key.text()), Spelling.nearest(key.text(), KNOWN));
        if (RESTRICTING.contains(near)) {
            problems.add(problems.at(
                            key,
                            DiagnosticCode.KEY_MISSPELLED_RESTRICTION,
                            "unknown key \"" + key.text() + "\" looks like \"" + near
                                    + "\" and would silently not hold")
                    .found(key.text())
                    .allowed(List.of(near))
                    .fix(Fix.replace("write " + near, problems.span(key), near)));
            return;
        }
        var problem = problems.at(
                        key,
                        DiagnosticCode.KEY_UNKNOWN,
                        "unknown key \"" + key.text() + "\"; it has no effect and is kept")
                .found(key.text());
        if (!near.isEmpty()) {
            problem.fix(Fix.replace("did you mean " + near + "?", problems.span(key), near));
        }
        problems.add(problem);
    }
}
