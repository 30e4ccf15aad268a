package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is what one party says about permissions: the host, its user, a project, a parent agent or a definition. Immutable.
 *
 * <pre>{@code
 * PermissionLayer host = PermissionLayer.builder("host")
 *         .approves(PermissionLayer.Approves.YES)
 *         .mode(PermissionMode.ACCEPT_EDITS)
 *         .rules(new PermissionRules(List.of(), List.of(), List.of(PermissionRule.parse("Bash(mvn test:*)"))))
 *         .build();
 * }</pre>
 */
public final class PermissionLayer {

    /** Says whether a layer's allow rules approve calls. */
    public enum Approves {
        /** They do: the layer belongs to the host, its user, or a project that the host trusts. */
        YES,
        /** They do not: the layer can only narrow, as a definition's or a parent agent's. */
        NO
    }

    private final String name;
    private final @Nullable PermissionMode mode;
    private final ToolSelection tools;
    private final List<PermissionRule> disallowedTools;
    private final PermissionRules rules;
    private final Capabilities capabilities;
    private final Approves approves;

    private PermissionLayer(Builder builder) {
        this.name = builder.name;
        this.mode = builder.mode;
        this.tools = builder.tools;
        this.disallowedTools = builder.disallowedTools;
        this.rules = builder.rules;
        this.capabilities = builder.capabilities;
        this.approves = builder.approves;
    }

    /** Returns a builder of a layer that says nothing and approves nothing; the name stands in every explanation. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Returns the name, such as {@code host} or {@code definition reviewer}. */
    public String name() {
        return name;
    }

    /** Returns what happens to calls that no rule matches; empty if the layer leaves that to the others. */
    public Optional<PermissionMode> mode() {
        return Optional.ofNullable(mode);
    }

    /** Returns the tools that it makes available. */
    public ToolSelection tools() {
        return tools;
    }

    /** Returns what it takes away again; a rule with a specifier denies the calls that it matches. */
    public List<PermissionRule> disallowedTools() {
        return disallowedTools;
    }

    /** Returns its rules. */
    public PermissionRules rules() {
        return rules;
    }

    /** Returns its switches. */
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Returns whether its allow rules approve. */
    public Approves approves() {
        return approves;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }

    /** Builds a layer. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private @Nullable PermissionMode mode;
        private ToolSelection tools = ToolSelection.inherit();
        private List<PermissionRule> disallowedTools = List.of();
        private PermissionRules rules = PermissionRules.NONE;
        private Capabilities capabilities = Capabilities.INHERIT;
        private Approves approves = Approves.NO;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /** Sets the mode; without one the layer decides by its rules only. */
        public Builder mode(PermissionMode value) {
            this.mode = Objects.requireNonNull(value, "mode");
            return this;
        }

        /** Sets the available tools. */
        public Builder tools(ToolSelection value) {
            this.tools = Objects.requireNonNull(value, "tools");
            return this;
        }

        /** Sets what is taken away. */
        public Builder disallowedTools(List<PermissionRule> value) {
            this.disallowedTools = Json.list(value);
            return this;
        }

        /** Sets the rules. */
        public Builder rules(PermissionRules value) {
            this.rules = Objects.requireNonNull(value, "rules");
            return this;
        }

        /** Sets the switches. */
        public Builder capabilities(Capabilities value) {
            this.capabilities = Objects.requireNonNull(value, "capabilities");
            return this;
        }

        /** Sets whether allow rules approve. */
        public Builder approves(Approves value) {
            this.approves = Objects.requireNonNull(value, "approves");
            return this;
        }

        /** Returns the layer. */
        public PermissionLayer build() {
            return new PermissionLayer(this);
        }
    }
}
