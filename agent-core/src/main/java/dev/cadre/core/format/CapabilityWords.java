package dev.cadre.core.format;

import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.RuleSyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows Kiro's capabilities: which tools each of them is, and how its patterns name resources. */
public final class CapabilityWords {

    private static final List<String> READING = List.of("Read", "Glob", "Grep");
    private static final List<String> WRITING = List.of("Edit", "Write", "NotebookEdit");

    private static final Map<String, List<String>> TOOLS = tools();

    private CapabilityWords() {}

    private static Map<String, List<String>> tools() {
        List<String> files = new ArrayList<>(READING);
        files.addAll(WRITING);
        List<String> builtin = new ArrayList<>(files);
        builtin.addAll(List.of("Bash", "WebFetch", "WebSearch", "Agent", "TodoWrite"));
        Map<String, List<String>> tools = new LinkedHashMap<>();
        tools.put("fs_read", READING);
        tools.put("fs_write", WRITING);
        tools.put("filesystem", files);
        // The tags by which its list of tools calls the same.
        tools.put("read", READING);
        tools.put("write", WRITING);
        tools.put("shell", List.of("Bash"));
        tools.put("web_fetch", List.of("WebFetch"));
        tools.put("web_search", List.of("WebSearch"));
        tools.put("web", List.of("WebFetch", "WebSearch"));
        tools.put("mcp", List.of("mcp__*"));
        tools.put("subagent", List.of("Agent"));
        tools.put("builtin", List.copyOf(builtin));
        tools.put("all", List.of("*"));
        return Collections.unmodifiableMap(tools);
    }

    /** Returns the capabilities, in a fixed order. */
    public static List<String> capabilities() {
        return List.copyOf(TOOLS.keySet());
    }

    /** Returns the tools of a capability; empty if there is none of that name. */
    public static List<String> tools(String capability) {
        return TOOLS.getOrDefault(capability, List.of());
    }

    /**
     * Names what a rule is about.
     *
     * @param capability the capability
     * @param match the pattern of the resource; empty for all
     * @param isExact whether it is about the rule's calls and no others
     */
    public record Resource(String capability, String match, boolean isExact) {}

    /** Returns the resource of a rule; empty if the rule can't be said so. */
    public static Optional<Resource> written(PermissionRule rule) {
        String match = rule.specifier().orElse("");
        return switch (rule.tool()) {
            case "Read" -> Optional.of(new Resource("fs_read", match, !match.isEmpty()));
            case "Glob", "Grep" -> Optional.of(new Resource("fs_read", match, false));
            case "Edit" -> Optional.of(new Resource("fs_write", match, !match.isEmpty()));
            case "Write", "NotebookEdit" -> Optional.of(new Resource("fs_write", match, false));
            case "Bash" -> Optional.of(new Resource("shell", command(match), true));
            case "WebFetch" -> match.isEmpty() ? Optional.of(new Resource("web_fetch", "", true)) : Optional.empty();
            case "WebSearch" -> Optional.of(new Resource("web_search", "", true));
            case "Agent" -> Optional.of(new Resource("subagent", match, true));
            case "*" -> Optional.of(new Resource("all", "", true));
            default -> server(rule);
        };
    }

    private static String command(String match) {
        return match.endsWith(":*") ? match.substring(0, match.length() - ":*".length()) + " *" : match;
    }

    private static Optional<Resource> server(PermissionRule rule) {
        if (!rule.tool().startsWith("mcp__") || rule.specifier().isPresent()) {
            return Optional.empty();
        }
        String name = rule.tool().substring("mcp__".length());
        if (name.equals("*")) {
            return Optional.of(new Resource("mcp", "", true));
        }
        int end = name.indexOf("__");
        String match = end < 0 ? name + "/*" : name.substring(0, end) + "/" + name.substring(end + 2);
        return Optional.of(new Resource("mcp", match, true));
    }

    /** Returns the rules that a pattern of a capability means; empty if it can't be said as rules. */
    public static List<PermissionRule> read(String capability, String match) {
        List<PermissionRule> rules = new ArrayList<>();
        try {
            switch (capability) {
                case "fs_read", "read" -> rules.add(PermissionRule.parse("Read(" + match + ")"));
                case "fs_write", "write" -> rules.add(PermissionRule.parse("Edit(" + match + ")"));
                case "filesystem" -> {
                    rules.add(PermissionRule.parse("Read(" + match + ")"));
                    rules.add(PermissionRule.parse("Edit(" + match + ")"));
                }
                case "shell" -> rules.add(PermissionRule.parse("Bash(" + match + ")"));
                case "subagent" -> rules.add(PermissionRule.parse("Agent(" + match + ")"));
                case "mcp" -> {
                    int slash = match.indexOf('/');
                    if (slash > 0 && slash == match.lastIndexOf('/')) {
                        rules.add(PermissionRule.parse(
                                "mcp__" + match.substring(0, slash) + "__" + match.substring(slash + 1)));
                    }
                }
                default -> {
                    return List.of();
                }
            }
        } catch (RuleSyntaxException e) {
            return List.of();
        }
        return rules;
    }
}
