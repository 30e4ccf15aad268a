package dev.cadre.core.definition;

import dev.cadre.llm.Json;
import dev.cadre.tools.permission.Capabilities;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolSelection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds definitions in code. Not thread-safe.
 *
 * <pre>{@code
 * AgentDefinition echo = AgentDefinition.builder("echo", "Repeats what it is told.", "Repeat the request.")
 *         .tools("Read", "Grep")
 *         .build();
 * }</pre>
 */
public final class DefinitionBuilder {

    String name;
    String description;
    String prompt;
    ToolSelection tools = ToolSelection.inherit();
    List<PermissionRule> disallowedTools = List.of();
    PermissionRules rules = PermissionRules.NONE;
    Capabilities capabilities = Capabilities.INHERIT;
    ModelChoice model = ModelChoice.inherit();

    @Nullable
    PermissionMode permissionMode;

    @Nullable
    Integer maxTurns;

    @Nullable
    String effort;

    @Nullable
    String color;

    List<String> skills = List.of();
    List<McpServer> mcpServers = List.of();
    Map<String, Object> hooks = Map.of();

    @Nullable
    MemoryScope memory;

    boolean background;

    @Nullable
    Isolation isolation;

    @Nullable
    String initialPrompt;

    boolean omitClaudeMd;
    Map<String, Object> experimental = Map.of();

    @Nullable
    Double temperature;

    @Nullable
    Duration timeout;

    Map<String, Object> outputSchema = Map.of();
    Map<String, Object> extensions = Map.of();
    Origin origin;

    DefinitionBuilder(String name, String description, String prompt) {
        this.name = Objects.requireNonNull(name, "name");
        this.description = Objects.requireNonNull(description, "description");
        this.prompt = Objects.requireNonNull(prompt, "prompt");
        this.origin = Origin.code(name);
    }

    DefinitionBuilder(AgentDefinition from) {
        this(from.name(), from.description(), from.prompt());
        tools = from.tools();
        disallowedTools = from.disallowedTools();
        rules = from.rules();
        capabilities = from.capabilities();
        model = from.model();
        permissionMode = from.permissionMode().orElse(null);
        maxTurns = from.maxTurns().isPresent() ? from.maxTurns().getAsInt() : null;
        effort = from.effort().orElse(null);
        color = from.color().orElse(null);
        skills = from.skills();
        mcpServers = from.mcpServers();
        hooks = from.hooks();
        memory = from.memory().orElse(null);
        background = from.background();
        isolation = from.isolation().orElse(null);
        initialPrompt = from.initialPrompt().orElse(null);
        omitClaudeMd = from.omitClaudeMd();
        experimental = from.experimental();
        temperature = from.temperature().isPresent() ? from.temperature().getAsDouble() : null;
        timeout = from.timeout().orElse(null);
        outputSchema = from.outputSchema();
        extensions = from.extensions();
        origin = from.origin();
    }

    /** Makes exactly these tools available; none at all if the list is empty. */
    public DefinitionBuilder tools(String... rules) {
        return tools(ToolSelection.only(
                List.of(rules).stream().map(PermissionRule::parse).toList()));
    }

    /** Sets which tools are available. */
    public DefinitionBuilder tools(ToolSelection tools) {
        this.tools = Objects.requireNonNull(tools, "tools");
        return this;
    }

    /** Sets what is denied. */
    public DefinitionBuilder disallowedTools(List<PermissionRule> rules) {
        this.disallowedTools = Json.list(rules);
        return this;
    }

    /** Sets the rules of the {@code permissions} map. */
    public DefinitionBuilder rules(PermissionRules rules) {
        this.rules = Objects.requireNonNull(rules, "rules");
        return this;
    }

    /** Sets the switches of the {@code permissions} map. */
    public DefinitionBuilder capabilities(Capabilities capabilities) {
        this.capabilities = Objects.requireNonNull(capabilities, "capabilities");
        return this;
    }

    /** Sets which model it asks for. */
    public DefinitionBuilder model(ModelChoice model) {
        this.model = Objects.requireNonNull(model, "model");
        return this;
    }

    /** Sets the model that it asks for by name. */
    public DefinitionBuilder model(String name) {
        return model(ModelChoice.named(name));
    }

    /** Sets the permission mode that it asks for. */
    public DefinitionBuilder permissionMode(PermissionMode mode) {
        this.permissionMode = Objects.requireNonNull(mode, "mode");
        return this;
    }

    /** Sets after how many turns it stops; at least 1. */
    public DefinitionBuilder maxTurns(int turns) {
        if (turns < 1) {
            throw new IllegalArgumentException("maxTurns must be at least 1, found " + turns);
        }
        this.maxTurns = turns;
        return this;
    }

    // Of several limits, which different keys may set, the lowest holds.
    void turnsAtMost(@Nullable Integer turns) {
        if (turns != null) {
            maxTurns = maxTurns == null ? turns : Integer.valueOf(Math.min(maxTurns, turns));
        }
    }

    void minutesAtMost(@Nullable Double minutes) {
        if (minutes != null) {
            Duration limit = Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000)));
            timeout = timeout == null || limit.compareTo(timeout) < 0 ? limit : timeout;
        }
    }

    /** Sets how hard the model should think. */
    public DefinitionBuilder effort(String effort) {
        this.effort = Objects.requireNonNull(effort, "effort");
        return this;
    }

    /** Sets the colour for display. */
    public DefinitionBuilder color(String color) {
        this.color = Objects.requireNonNull(color, "color");
        return this;
    }

    /** Sets the skills whose text it starts with. */
    public DefinitionBuilder skills(List<String> names) {
        this.skills = Json.list(names);
        return this;
    }

    /** Sets the MCP servers that it asks for. */
    public DefinitionBuilder mcpServers(List<McpServer> servers) {
        this.mcpServers = Json.list(servers);
        return this;
    }

    /** Sets the hooks that it asks for. */
    public DefinitionBuilder hooks(Map<String, Object> hooks) {
        this.hooks = Json.object(hooks);
        return this;
    }

    /** Sets where it keeps notes between runs. */
    public DefinitionBuilder memory(MemoryScope scope) {
        this.memory = Objects.requireNonNull(scope, "scope");
        return this;
    }

    /** Sets whether it always runs as a background task. */
    public DefinitionBuilder background(boolean background) {
        this.background = background;
        return this;
    }

    /** Sets in which copy of the workspace it works. */
    public DefinitionBuilder isolation(Isolation isolation) {
        this.isolation = Objects.requireNonNull(isolation, "isolation");
        return this;
    }

    /** Sets the first message of the user when it is the main agent. */
    public DefinitionBuilder initialPrompt(String text) {
        this.initialPrompt = Objects.requireNonNull(text, "text");
        return this;
    }

    /** Sets whether the project's instruction files are left out of its context. */
    public DefinitionBuilder omitClaudeMd(boolean omit) {
        this.omitClaudeMd = omit;
        return this;
    }

    /** Sets the experimental switches. */
    public DefinitionBuilder experimental(Map<String, Object> switches) {
        this.experimental = Json.object(switches);
        return this;
    }

    /** Sets the sampling temperature, 0 to 2. */
    public DefinitionBuilder temperature(double temperature) {
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature must be between 0 and 2, found " + temperature);
        }
        this.temperature = temperature;
        return this;
    }

    /** Sets after how much time it stops. */
    public DefinitionBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive, found " + timeout);
        }
        this.timeout = timeout;
        return this;
    }

    /** Sets the JSON Schema of its answer. */
    public DefinitionBuilder outputSchema(Map<String, Object> schema) {
        this.outputSchema = Json.object(schema);
        return this;
    }

    /** Sets keys that this library does not know. */
    public DefinitionBuilder extensions(Map<String, Object> extensions) {
        this.extensions = Json.object(extensions);
        return this;
    }

    DefinitionBuilder origin(Origin origin) {
        this.origin = origin;
        return this;
    }

    /**
     * Makes the definition.
     *
     * @throws IllegalArgumentException if name or description is blank, or the name can't be used
     */
    public AgentDefinition build() {
        NameRules.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException("the name \"" + name + "\" " + problem);
        });
        if (description.isBlank()) {
            throw new IllegalArgumentException(
                    "the description of \"" + name + "\" is blank; say when to use the agent");
        }
        return new AgentDefinition(this);
    }
}
