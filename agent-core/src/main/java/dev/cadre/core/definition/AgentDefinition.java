package dev.cadre.core.definition;

import dev.cadre.core.structure.DescriptionExamples;
import dev.cadre.core.structure.ExampleDialogue;
import dev.cadre.core.structure.PromptStructure;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolSelection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Describes an agent: its name, when to use it, its prompt, and what it may do at most.
 *
 * <p>A definition is untrusted input. Everything in it narrows what the host allows or is a wish that the host may grant;
 * nothing in it grants rights by itself. Immutable.
 *
 * <pre>{@code
 * AgentDefinition reviewer = AgentDefinition.load(Path.of("agents/reviewer.md"));
 * }</pre>
 */
public final class AgentDefinition {

    @NotBlank
    @Pattern(regexp = "[^-\\p{Cntrl}][^\\p{Cntrl}]*", message = "must not start with a hyphen or contain line breaks")
    @Size(max = 200)
    private final String name;

    @NotBlank
    @Size(max = 100_000)
    private final String description;

    private final String prompt;
    private final ToolSelection tools;
    private final List<PermissionRule> disallowedTools;
    private final PermissionRules rules;
    private final Capabilities capabilities;
    private final ModelChoice model;
    private final @Nullable PermissionMode permissionMode;
    private final @Positive @Nullable Integer maxTurns;
    private final @Nullable String effort;
    private final @Nullable String color;
    private final List<@NotBlank String> skills;
    private final List<McpServer> mcpServers;
    private final Map<String, Object> hooks;
    private final @Nullable MemoryScope memory;
    private final boolean background;
    private final @Nullable Isolation isolation;
    private final @Nullable String initialPrompt;
    private final boolean omitClaudeMd;
    private final Map<String, Object> experimental;

    @DecimalMin("0")
    @DecimalMax("2")
    private final @Nullable Double temperature;

    private final @Nullable Duration timeout;
    private final Map<String, Object> outputSchema;
    private final Map<String, Object> extensions;
    private final Origin origin;
    // Found when somebody asks; equal whoever finds it.
    private volatile @Nullable PromptStructure structure;

    AgentDefinition(DefinitionBuilder parts) {
        this.name = parts.name;
        this.description = parts.description;
        this.prompt = parts.prompt;
        this.tools = parts.tools;
        this.disallowedTools = parts.disallowedTools;
        this.rules = parts.rules;
        this.capabilities = parts.capabilities;
        this.model = parts.model;
        this.permissionMode = parts.permissionMode;
        this.maxTurns = parts.maxTurns;
        this.effort = parts.effort;
        this.color = parts.color;
        this.skills = parts.skills;
        this.mcpServers = parts.mcpServers;
        this.hooks = parts.hooks;
        this.memory = parts.memory;
        this.background = parts.background;
        this.isolation = parts.isolation;
        this.initialPrompt = parts.initialPrompt;
        this.omitClaudeMd = parts.omitClaudeMd;
        this.experimental = parts.experimental;
        this.temperature = parts.temperature;
        this.timeout = parts.timeout;
        this.outputSchema = parts.outputSchema;
        this.extensions = parts.extensions;
        this.origin = parts.origin;
    }

    /**
     * Loads a definition from a file, leniently. The file's extension does not matter.
     *
     * @throws DefinitionException if the file can't be read or is no usable definition
     */
    public static AgentDefinition load(Path file) {
        return DefinitionReader.create().read(file).orThrow();
    }

    /**
     * Reads a definition from text, leniently.
     *
     * @param sourceName what messages call the text, such as a path; its last part names the agent if nothing else does
     * @throws DefinitionException if the text is no usable definition
     */
    public static AgentDefinition parse(String sourceName, String text) {
        return DefinitionReader.create().read(sourceName, text).orThrow();
    }

    /** Starts a definition in code, with what every definition needs. */
    public static DefinitionBuilder builder(String name, String description, String prompt) {
        return new DefinitionBuilder(name, description, prompt);
    }

    /** Starts a definition that differs from this one; its origin is kept. */
    public DefinitionBuilder toBuilder() {
        return new DefinitionBuilder(this);
    }

    /** Returns the name by which people and other agents call it. */
    public String name() {
        return name;
    }

    /** Returns when to use it, for the one who delegates. A literal backslash-n is kept as it is written. */
    public String description() {
        return description;
    }

    /** Returns the system prompt: the body of the file, byte for byte. */
    public String prompt() {
        return prompt;
    }

    /** Returns which tools are available; availability is not approval. */
    public ToolSelection tools() {
        return tools;
    }

    /** Returns what is denied, whatever {@link #tools()} says. */
    public List<PermissionRule> disallowedTools() {
        return disallowedTools;
    }

    /** Returns the rules of the {@code permissions} map; those under allow approve nothing by themselves. */
    public PermissionRules rules() {
        return rules;
    }

    /** Returns the switches of the {@code permissions} map. */
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Returns which model it asks for. */
    public ModelChoice model() {
        return model;
    }

    /** Returns the permission mode that it asks for; one above the host's has no effect. */
    public Optional<PermissionMode> permissionMode() {
        return Optional.ofNullable(permissionMode);
    }

    /** Returns after how many turns it stops at the latest. */
    public OptionalInt maxTurns() {
        return maxTurns == null ? OptionalInt.empty() : OptionalInt.of(maxTurns);
    }

    /** Returns how hard the model should think, a word that the provider knows. */
    public Optional<String> effort() {
        return Optional.ofNullable(effort);
    }

    /** Returns the colour for display, as written. */
    public Optional<String> color() {
        return Optional.ofNullable(color);
    }

    /** Returns the names of the skills whose text it starts with. */
    public List<String> skills() {
        return skills;
    }

    /** Returns the MCP servers that it asks for. */
    public List<McpServer> mcpServers() {
        return mcpServers;
    }

    /** Returns the hooks that it asks for, as written; they are never in force without the host. */
    public Map<String, Object> hooks() {
        return hooks;
    }

    /** Returns where it keeps notes between runs. */
    public Optional<MemoryScope> memory() {
        return Optional.ofNullable(memory);
    }

    /** Returns whether it always runs as a background task. */
    public boolean background() {
        return background;
    }

    /** Returns in which copy of the workspace it works. */
    public Optional<Isolation> isolation() {
        return Optional.ofNullable(isolation);
    }

    /** Returns the first message of the user when it is the main agent. */
    public Optional<String> initialPrompt() {
        return Optional.ofNullable(initialPrompt);
    }

    /** Returns whether the project's instruction files are left out of its context. */
    public boolean omitClaudeMd() {
        return omitClaudeMd;
    }

    /** Returns the experimental switches, as written. */
    public Map<String, Object> experimental() {
        return experimental;
    }

    /** Returns the sampling temperature, 0 to 2; formats other than Claude Code's have it. */
    public OptionalDouble temperature() {
        return temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature);
    }

    /** Returns after how much time it stops at the latest; formats other than Claude Code's have it. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** Returns the JSON Schema of its answer; empty if the answer is free text. */
    public Map<String, Object> outputSchema() {
        return outputSchema;
    }

    /** Returns all keys that this library does not know, in the order of the source. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    /** Returns where it comes from, with the place of each value. */
    public Origin origin() {
        return origin;
    }

    /** Returns what the prompt says about the work: outline, workflow, checklists, deliverables and more; found once. */
    public PromptStructure structure() {
        PromptStructure found = structure;
        if (found == null) {
            found = PromptStructure.of(prompt);
            structure = found;
        }
        return found;
    }

    /** Returns the example dialogues of the description. */
    public List<ExampleDialogue> examples() {
        return DescriptionExamples.of(description);
    }

    @Override
    public String toString() {
        return "AgentDefinition[" + name + " from " + origin + "]";
    }
}
