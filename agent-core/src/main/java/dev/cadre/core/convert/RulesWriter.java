package dev.cadre.core.convert;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.format.WrittenWords;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes denials, rules and modes. What a dialect can't express is a loss here, and a widening by comparison. */
final class RulesWriter {

    private static final Set<String> CHANGING = Set.of("Edit", "Write", "NotebookEdit", "Bash");

    private final Writing writing;
    private final PermissionRules rules;
    private final ToolsWriter tools;

    RulesWriter(Writing writing, ToolsWriter tools) {
        this.writing = writing;
        this.rules = writing.definition().rules();
        this.tools = tools;
    }

    void write() {
        denials();
        if (writing.has(Meaning.PERMISSIONS)) {
            permissions();
        } else if (writing.has(Meaning.CAPABILITY_RULES)) {
            new CapabilityRules(writing).write();
        } else if (!writing.has(Meaning.ACTIONS) && !rules.ask().isEmpty()) {
            writing.losses().add("the rules that ask can not be expressed");
        }
        approvals();
        writing.definition().permissionMode().ifPresent(this::mode);
    }

    private void denials() {
        List<PermissionRule> denied = denied();
        if (writing.has(Meaning.DISALLOWED_TOOLS)) {
            if (!denied.isEmpty()) {
                writing.put(Meaning.DISALLOWED_TOOLS, "the denied tools", words(denied));
            }
        } else if (writing.has(Meaning.ACTIONS)) {
            if (!denied.isEmpty() || !rules.isEmpty()) {
                writing.put(Meaning.ACTIONS, "the rules", new Actions(writing).of(denied));
            }
        } else if (!writing.has(Meaning.CAPABILITY_RULES)) {
            switches(denied);
        }
    }

    private void switches(List<PermissionRule> denied) {
        if (!denied.isEmpty()) {
            writing.losses().add("the denials of single tools and calls can not be expressed");
        }
        if (mayChangeNothing(denied)) {
            if (writing.has(Meaning.READONLY)) {
                writing.put(Meaning.READONLY, "the denials", true);
            } else if (writing.has(Meaning.SANDBOX_MODE)) {
                writing.put(Meaning.SANDBOX_MODE, "the denials", "read-only");
            }
        }
        if (writing.has(Meaning.WEB_SEARCH) && Denials.whole(denied).contains("WebSearch")) {
            writing.put(Meaning.WEB_SEARCH, "the denials", "disabled");
        }
    }

    // Where only one list denies, the rules that deny belong there, too.
    private List<PermissionRule> denied() {
        return writing.has(Meaning.PERMISSIONS)
                ? writing.definition().disallowedTools()
                : Denials.of(writing.definition());
    }

    private List<String> words(List<PermissionRule> denied) {
        Set<String> words = new LinkedHashSet<>();
        for (PermissionRule rule : denied) {
            String tool = WrittenWords.denying(writing.dialect(), rule.tool());
            words.add(Denials.spelled(tool, rule));
        }
        return new ArrayList<>(words);
    }

    // Denied or never available: both are expressed by a switch that lets the agent only read.
    private boolean mayChangeNothing(List<PermissionRule> denied) {
        Set<String> closed = Denials.whole(denied);
        boolean unavailable = writing.tools()
                .filter(available ->
                        available.stream().noneMatch(rule -> !closed.contains(rule.tool()) && mayChange(rule.tool())))
                .isPresent();
        return unavailable || closed.containsAll(CHANGING) || closed.contains("*");
    }

    private static boolean mayChange(String tool) {
        return CHANGING.contains(tool) || tool.startsWith("mcp__") || tool.indexOf('*') >= 0;
    }

    private void approvals() {
        List<PermissionRule> allowed = rules.allow();
        if (allowed.isEmpty() || writing.has(Meaning.PERMISSIONS) || writing.has(Meaning.ACTIONS)) {
            return;
        }
        if (!writing.has(Meaning.APPROVED_TOOLS)) {
            writing.losses().add("the rules that approve calls can not be expressed");
            return;
        }
        boolean byCapability = writing.has(Meaning.CAPABILITY_RULES);
        boolean skill = writing.dialect() == Dialect.SKILL;
        List<String> words = new ArrayList<>(tools.words(
                "the approval of ",
                allowed.stream().filter(rule -> rule.specifier().isEmpty()).toList()));
        for (PermissionRule rule : allowed) {
            if (rule.specifier().isPresent() && skill) {
                words.add(Denials.spelled(rule.tool(), rule));
            } else if (rule.specifier().isPresent() && !byCapability) {
                writing.losses().add("the approval of " + rule + " can not be expressed");
            }
        }
        if (!words.isEmpty()) {
            writing.put(Meaning.APPROVED_TOOLS, "the rules that approve", words);
        }
    }

    private void permissions() {
        Map<String, Object> permissions = new LinkedHashMap<>();
        setting(permissions, "network", writing.definition().capabilities().network());
        setting(permissions, "mcp", writing.definition().capabilities().mcp());
        list(permissions, "deny", rules.deny());
        list(permissions, "ask", rules.ask());
        list(permissions, "allow", rules.allow());
        if (!permissions.isEmpty()) {
            writing.put(Meaning.PERMISSIONS, "the permissions", permissions);
            writing.tellPermissions();
        }
    }

    private static void setting(Map<String, Object> target, String name, Capabilities.Setting setting) {
        if (setting != Capabilities.Setting.INHERIT) {
            target.put(name, setting == Capabilities.Setting.ALLOW);
        }
    }

    private static void list(Map<String, Object> target, String name, List<PermissionRule> rules) {
        if (!rules.isEmpty()) {
            target.put(
                    name,
                    rules.stream()
                            .map(rule -> Denials.spelled(rule.tool(), rule))
                            .toList());
        }
    }

    private void mode(PermissionMode mode) {
        Optional<String> policy = mode == PermissionMode.DEFAULT ? Optional.of("untrusted") : Optional.empty();
        if (writing.has(Meaning.PERMISSION_MODE)) {
            writing.put(Meaning.PERMISSION_MODE, "the permission mode", mode.word());
        } else if (writing.dialect() == Dialect.CODEX && policy.isPresent()) {
            writing.put(Meaning.APPROVAL_POLICY, "the permission mode", policy.get());
        } else {
            writing.losses().add("the permission mode " + mode.word() + " can not be expressed");
        }
    }
}
