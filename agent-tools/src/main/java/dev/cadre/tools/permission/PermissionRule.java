package dev.cadre.tools.permission;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a tool and, optionally, which of its calls: {@code Read}, {@code Bash(git status:*)}, {@code mcp__github__*}.
 *
 * <p>Grammar as on Claude Code's page on permissions. The tool's name is kept as its one normal form, see
 * {@link ToolNames}.
 */
public final class PermissionRule {

    private final String text;
    private final String tool;
    private final @Nullable String specifier;

    private PermissionRule(String text, String tool, @Nullable String specifier) {
        this.text = text;
        this.tool = tool;
        this.specifier = specifier;
    }

    /**
     * Parses one rule.
     *
     * @throws RuleSyntaxException if the text is no rule; nothing is ever skipped
     */
    public static PermissionRule parse(String text) {
        String rule = text.strip();
        int open = rule.indexOf('(');
        String name = open < 0 ? rule : rule.substring(0, open).stripTrailing();
        if (name.isEmpty() || !name.codePoints().allMatch(PermissionRule::isNamePart)) {
            throw new RuleSyntaxException(text, "expected a tool name, optionally with a specifier in parentheses");
        }
        if (open < 0) {
            return new PermissionRule(rule, ToolNames.normalize(name), null);
        }
        if (!rule.endsWith(")")) {
            throw new RuleSyntaxException(text, "the parenthesis is not closed");
        }
        String specifier = rule.substring(open + 1, rule.length() - 1).strip();
        if (specifier.isEmpty()) {
            throw new RuleSyntaxException(text, "the specifier is empty; write " + name + " for every call");
        }
        return new PermissionRule(rule, ToolNames.normalize(name), specifier.equals("*") ? null : specifier);
    }

    private static boolean isNamePart(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "_-*:./@".indexOf(c) >= 0);
    }

    /** Returns the tool's name or pattern in its normal form. */
    public String tool() {
        return tool;
    }

    /** Returns which calls are meant; empty for all. {@code Tool(*)} is all. */
    public Optional<String> specifier() {
        return Optional.ofNullable(specifier);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PermissionRule that
                && tool.equals(that.tool)
                && Objects.equals(specifier, that.specifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tool, specifier);
    }

    /** Returns the rule as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
