package dev.cadre.tools.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Is what stands in a rule's parentheses, understood. */
sealed interface Specifier {

    /** Means shell commands. */
    record Command(CommandPattern pattern) implements Specifier {}

    /** Means files. */
    record Path(PathPattern pattern) implements Specifier {}

    /** Means addresses. */
    record Domain(DomainPattern pattern) implements Specifier {}

    /** Means calls whose input names something, such as an agent or a skill. */
    record Subject(String parameter, List<Glob> names) implements Specifier {

        static Subject parse(String parameter, String names) {
            return new Subject(
                    parameter,
                    Arrays.stream(names.split(",", -1))
                            .map(String::strip)
                            .map(Glob::compile)
                            .toList());
        }

        boolean matches(Map<String, Object> input) {
            return input.get(parameter) instanceof String value
                    && names.stream().anyMatch(name -> name.matches(value));
        }
    }

    /** Means calls by the value of one scalar parameter; an omitted one never matches. */
    record Parameter(String name, Glob glob) implements Specifier {

        boolean matches(Map<String, Object> input) {
            Object value = input.get(name);
            boolean isScalar = value instanceof String || value instanceof Number || value instanceof Boolean;
            return isScalar && glob.matches(String.valueOf(value));
        }
    }

    /** Belongs to a tool that is not known here: as an approval it means nothing, as a restriction every call. */
    record Opaque() implements Specifier {}

    /** The parameters by which calls of known tools may be restricted; what a tool works on is not among them. */
    Map<String, Set<String>> PARAMETERS = Map.of(
            "Bash", Set.of("timeout", "description", "run_in_background", "dangerouslyDisableSandbox"),
            "Read", Set.of("offset", "limit", "pages"),
            "Write", Set.of("content"),
            "Edit", Set.of("old_string", "new_string", "replace_all"),
            "NotebookEdit", Set.of("cell_id", "new_source", "cell_type", "edit_mode"),
            "Glob", Set.of("pattern"),
            "Grep", Set.of("pattern", "glob", "type", "output_mode", "context", "head_limit", "offset", "multiline"),
            "WebFetch", Set.of("prompt"),
            "WebSearch", Set.of("query"),
            "Agent", Set.of("description", "prompt", "model", "run_in_background", "name", "isolation", "effort"));

    /** The parameter that says what a call of a tool works on, which rules on the tool mean anyway. */
    Map<String, String> PRIMARY = Map.of(
            "Bash", "command",
            "Read", "file_path",
            "Write", "file_path",
            "Edit", "file_path",
            "NotebookEdit", "notebook_path",
            "Glob", "path",
            "Grep", "path");

    /**
     * Understands a specifier.
     *
     * @param tool the tool's name in its normal form
     * @throws IllegalArgumentException with the problem in words
     */
    static Specifier parse(String tool, String text) {
        int colon = text.indexOf(':');
        String parameter = colon < 0 ? "" : text.substring(0, colon).strip();
        if (isPrimary(tool, parameter, text)) {
            throw new IllegalArgumentException("\"" + parameter + "\" is what " + tool
                    + " works on; write the value alone, without the parameter's name");
        }
        // timeout is a program too, and Bash(timeout:*) means its calls.
        boolean isProgram = tool.equals("Bash") && text.equals("timeout:*");
        if (!isProgram && PARAMETERS.getOrDefault(tool, Set.of()).contains(parameter)) {
            return parameter(text, colon);
        }
        return switch (tool) {
            case "Bash", "PowerShell", "Monitor" -> new Command(CommandPattern.compile(text));
            case "Read", "Write", "Edit", "NotebookEdit", "Glob", "Grep" -> new Path(PathPattern.compile(text));
            case "WebFetch" -> domain(parameter, text, colon);
            case "WebSearch" ->
                throw new IllegalArgumentException("WebSearch takes no specifier; write WebSearch for every search");
            case "Agent" -> Subject.parse("subagent_type", text);
            case "Skill" -> Subject.parse("skill", text.endsWith(" *") ? text.substring(0, text.length() - 2) : text);
            default -> isIdentifier(parameter) ? parameter(text, colon) : new Opaque();
        };
    }

    // Bash(command:*) are the calls of the builtin of that name.
    private static boolean isPrimary(String tool, String parameter, String text) {
        return PRIMARY.getOrDefault(tool, "").equals(parameter) && !parameter.isEmpty() && !text.endsWith(":*");
    }

    private static Specifier domain(String parameter, String text, int colon) {
        if (!parameter.equals("domain")) {
            throw new IllegalArgumentException("expected domain: and a host, as in WebFetch(domain:example.com)");
        }
        return new Domain(DomainPattern.compile(text.substring(colon + 1)));
    }

    private static Specifier parameter(String text, int colon) {
        String value = text.substring(colon + 1).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the parameter has no value; write * for any");
        }
        return new Parameter(text.substring(0, colon).strip(), Glob.compile(value));
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-'));
    }
}
