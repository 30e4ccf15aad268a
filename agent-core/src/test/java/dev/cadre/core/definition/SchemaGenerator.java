package dev.cadre.core.definition;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.format.Meaning;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.ToolNames;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the JSON Schema of a frontmatter from the tables, words and constraints that the reader and the model have. */
final class SchemaGenerator {

    // A control character, a colon or, at the start, a hyphen can't be in a name.
    private static final String NAME =
            "^\\s*[^-:\\s\\u0000-\\u001f\\u007f-\\u009f]([^:\\u0000-\\u001f\\u007f-\\u009f]*)\\s*$";
    private static final String NOT_BLANK = "\\S";
    private static final String ENTRY = "^[\\s,]*[^,()]*(\\([\\s\\S]*\\))?[\\s,]*$";

    private SchemaGenerator() {}

    static Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        DialectKeys.of(Dialect.CLAUDE).forEach((key, meaning) -> properties.put(key, property(meaning)));
        return object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "Frontmatter of an agent definition",
                "description",
                "What stands between the two lines of three dashes in a definition in Claude Code's format.",
                "type",
                "object",
                "required",
                List.of("name", "description"),
                "properties",
                properties,
                "patternProperties",
                MisspeltKeys.refused(),
                "$defs",
                definitions());
    }

    private static Map<String, Object> property(Meaning meaning) {
        return switch (meaning) {
            case NAME ->
                text("What the agent is called: lower case, digits and hyphens; no colon, no hyphen in front.", NAME)
                        .with("maxLength", most("name"));
            case DESCRIPTION ->
                text("When to use the agent. The model that delegates work reads it.", NOT_BLANK)
                        .with("maxLength", most("description"));
            case TOOLS ->
                said("The tools that are available. Absent: those of the parent; an empty list: none. Bash(git *)"
                                + " makes Bash available for such commands only.")
                        .with("anyOf", List.of(ref("toolList"), ref("toolMap"), ref("toolSwitches")));
            case DISALLOWED_TOOLS ->
                said("The tools and calls that are denied, whatever else allows them.")
                        .with("$ref", "#/$defs/toolList");
            case PERMISSIONS ->
                said("Switches and rules that narrow what the host allows.").with("$ref", "#/$defs/permissions");
            case MODEL -> model();
            case PERMISSION_MODE ->
                said("What happens to calls that no rule matches. The strictest of the host's, the parent's and this"
                                + " mode holds. Absent: that of the parent.")
                        .with("enum", modes());
            case MAX_TURNS ->
                said("After how many turns the agent stops at the latest. Absent: no limit of its own.")
                        .with("type", "integer")
                        .with("minimum", 1)
                        .with("maximum", Values.MAX_COUNT);
            case SKILLS ->
                said("The skills whose text the agent starts with.")
                        .with("anyOf", List.of(object("type", "string"), listOf(ref("word"))));
            case MCP_SERVERS -> servers();
            case HOOKS ->
                said("Commands around tool calls; never in force unless the host allows them.")
                        .with("type", "object");
            case MEMORY -> said("Where the agent keeps notes between runs.").with("enum", words(MemoryScope.values()));
            case BACKGROUND ->
                said("Whether the agent always runs as a background task.").with("type", "boolean");
            case EFFORT -> said("How hard the model thinks.").with("enum", WordsBinder.EFFORTS);
            case ISOLATION ->
                said("In which copy of the workspace the agent works. Absent: in the workspace itself.")
                        .with("enum", words(Isolation.values()));
            case COLOR -> said("The colour for display.").with("enum", WordsBinder.COLORS);
            case INITIAL_PROMPT ->
                said("The first message, if this is the main agent.").with("$ref", "#/$defs/text");
            case OMIT_CLAUDE_MD ->
                said("Whether the project's instruction files are left out of the agent's context.")
                        .with("type", "boolean");
            case EXPERIMENTAL ->
                said("Switches that may change, such as cacheTtl.")
                        .with("type", "object")
                        .with("properties", object("cacheTtl", object("examples", List.of("5m", "1h"))));
            default -> throw new AssertionError("no schema for " + meaning);
        };
    }

    private static Map<String, Object> model() {
        List<String> aliases = List.of("inherit", "sonnet", "opus", "haiku", "fable");
        return said("The model: an alias, a full id, or a list of which the first that the host has is taken. Absent"
                        + " or inherit: that of the parent.")
                .with("anyOf", List.of(object("enum", aliases), ref("word"), listOf(ref("word"))));
    }

    private static Map<String, Object> servers() {
        Map<String, Object> inline = object("type", "object", "additionalProperties", object("type", "object"));
        return said("The MCP servers that the agent asks for: names, or names with their configuration. The host decides.")
                .with(
                        "anyOf",
                        List.of(
                                object("type", "string"),
                                listOf(object("anyOf", List.of(ref("word"), inline))),
                                inline));
    }

    private static Map<String, Object> definitions() {
        return object(
                "text",
                said("A text; a number or a truth value is taken as it is written.")
                        .with("type", List.of("string", "number", "boolean")),
                "word",
                text("A text that is not blank.", NOT_BLANK),
                "toolList",
                said("Names of tools and rules, as a list or as a text with commas between them.")
                        .with(
                                "anyOf",
                                List.of(
                                        object("type", "string", "not", object("pattern", "^\\s*\\[")),
                                        listOf(ref("tool")))),
                "tool",
                said("A tool such as Read, or a rule such as Bash(git status:*) or mcp__server__tool.")
                        .with(
                                "anyOf",
                                List.of(
                                        object("enum", List.copyOf(ToolNames.known())),
                                        object("type", "string", "pattern", ENTRY))),
                "toolMap",
                said("Tools with permissions.")
                        .with("type", "object")
                        .with("properties", toolMap())
                        .with("additionalProperties", false),
                "toolSwitches",
                said("Tools that are switched on or off by name. Those that are switched on are all there are.")
                        .with("type", "object")
                        .with("minProperties", 1)
                        .with("additionalProperties", object("type", "boolean")),
                "permissions",
                said("Switches and rules.")
                        .with("type", "object")
                        .with("properties", permissions())
                        .with("additionalProperties", false));
    }

    private static Map<String, Object> toolMap() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : ToolsBinder.KEYS) {
            properties.put(key, ref(key.equals("permissions") ? "permissions" : "toolList"));
        }
        return properties;
    }

    private static Map<String, Object> permissions() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : PermissionsBinder.KEYS) {
            properties.put(
                    key,
                    switch (key) {
                        case "network" ->
                            said("false: the agent reaches no network.").with("type", "boolean");
                        case "mcp" ->
                            said("false: the agent calls no MCP server.").with("type", "boolean");
                        case "deny" -> said("Calls that are denied.").with("$ref", "#/$defs/toolList");
                        case "ask" -> said("Calls that a person approves.").with("$ref", "#/$defs/toolList");
                        case "allow" ->
                            said("Calls that need no approval, if the host agrees.")
                                    .with("$ref", "#/$defs/toolList");
                        default -> throw new AssertionError("no schema for the permission " + key);
                    });
        }
        return properties;
    }

    private static List<String> modes() {
        List<String> words = new ArrayList<>(PermissionMode.words());
        words.add("manual");
        return words;
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int most(String field) {
        try {
            return AgentDefinition.class
                    .getDeclaredField(field)
                    .getAnnotation(Size.class)
                    .max();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static Members text(String description, String pattern) {
        return said(description)
                .with("type", List.of("string", "number", "boolean"))
                .with("pattern", pattern);
    }

    private static Members said(String description) {
        return new Members().with("description", description);
    }

    private static Map<String, Object> ref(String name) {
        return object("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> listOf(Map<String, Object> items) {
        return object("type", "array", "items", items);
    }

    private static Map<String, Object> object(Object... members) {
        Members object = new Members();
        for (int i = 0; i < members.length; i += 2) {
            object.with((String) members[i], members[i + 1]);
        }
        return object;
    }

    /** Members of a JSON object, in the order in which they were added. */
    private static final class Members extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1;

        Members with(String name, Object value) {
            put(name, value);
            return this;
        }
    }
}
