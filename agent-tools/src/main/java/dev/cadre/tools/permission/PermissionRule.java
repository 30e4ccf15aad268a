package dev.cadre.tools.permission;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a tool and, optionally, which of its calls: {@code Read}, {@code Bash(git status:*)}, {@code mcp__github__*}.
 *
 * <p>Grammar as on Claude Code's page on permissions. The tool's name is kept as its one normal form, see
 * {@link ToolNames}. Immutable; two rules are equal if they mean the same tool by the same specifier.
 *
 * <ul>
 *   <li>{@code Bash(npm test)} is exactly that command, {@code Bash(npm test:*)} and {@code Bash(npm test *)} it with any
 *       further arguments; another {@code *} stands for any characters.
 *   <li>{@code Read(src/**)} names files in the style of gitignore, from the workspace's root; {@code //a} starts at the
 *       file system's root, {@code ~/a} at the home; a name without a slash means any depth. {@code Read} governs all
 *       that reads, {@code Edit} all that writes, {@code Write} only the tool of that name.
 *   <li>{@code WebFetch(domain:example.com)}, {@code Agent(reviewer)}, {@code Skill(release)}.
 *   <li>{@code Tool(parameter:value)} names calls by a scalar parameter; for deny and ask only.
 *   <li>{@code mcp__server} and {@code mcp__server__*} are all tools of an MCP server.
 * </ul>
 */
public final class PermissionRule {

    private final String text;
    private final NamePattern name;
    private final String tool;
    private final @Nullable String specifier;
    private final @Nullable Specifier meaning;

    private PermissionRule(String text, String tool, @Nullable String specifier, @Nullable Specifier meaning) {
        this.text = text;
        this.name = NamePattern.compile(tool);
        this.tool = tool;
        this.specifier = specifier;
        this.meaning = meaning;
    }

    /**
     * Parses one rule.
     *
     * @throws RuleSyntaxException if the text is no rule; nothing is ever skipped
     */
    public static PermissionRule parse(String text) {
        String rule = text.strip();
        int open = rule.indexOf('(');
        String name = open < 0 ? rule : rule.substring(0, open);
        if (!isName(name)) {
            throw new RuleSyntaxException(text, "expected a tool name, optionally with a specifier in parentheses");
        }
        String tool = ToolNames.normalize(name);
        if (open < 0) {
            return new PermissionRule(rule, tool, null, null);
        }
        if (!rule.endsWith(")")) {
            throw new RuleSyntaxException(text, "the parenthesis is not closed");
        }
        String specifier = rule.substring(open + 1, rule.length() - 1).strip();
        if (specifier.isEmpty()) {
            throw new RuleSyntaxException(text, "the specifier is empty; write " + name + " for every call");
        }
        if (specifier.equals("*")) {
            return new PermissionRule(rule, tool, null, null);
        }
        try {
            return new PermissionRule(rule, tool, specifier, Specifier.parse(tool, specifier));
        } catch (IllegalArgumentException e) {
            throw new RuleSyntaxException(text, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the same rule that shows itself as another text, such as the word of a foreign format. */
    public PermissionRule shownAs(String other) {
        return new PermissionRule(other, tool, specifier, meaning);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x80 || !(Character.isLetterOrDigit(c) || "_-*:./@".indexOf(c) >= 0)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** Returns the tool's name or pattern in its normal form. */
    public String tool() {
        return tool;
    }

    /** Returns which calls are meant; empty for all. {@code Tool(*)} is all. */
    public Optional<String> specifier() {
        return Optional.ofNullable(specifier);
    }

    /** Returns whether the tool's name is a pattern. */
    boolean isNameGlob() {
        return name.isGlob();
    }

    /** Returns whether the rule's name means a tool, given in its normal form. */
    boolean meansTool(String toolName) {
        return name.matches(toolName);
    }

    /** Returns the specifier, understood; empty for all calls. */
    Optional<Specifier> meaning() {
        return Optional.ofNullable(meaning);
    }

    /** Returns why the rule can't approve anything; empty if it can. */
    Optional<String> problemAsAllow() {
        if (name.isGlob() && !name.isOfOneServer()) {
            return Optional.of(
                    "an allow rule must name its tool; a wildcard may only follow mcp__ and a server's name");
        }
        if (meaning instanceof Specifier.Parameter) {
            return Optional.of(
                    "a rule on a parameter can only deny or ask; an allow rule names what the call works on");
        }
        return Optional.empty();
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
