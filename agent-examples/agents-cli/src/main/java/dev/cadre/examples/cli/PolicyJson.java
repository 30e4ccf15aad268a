package dev.cadre.examples.cli;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code policy} of a line of {@code decide} and {@code call}.
 *
 * <p>Its rules and its mode are the host's. Where {@code host} says how far a mode may go, the mode is a definition's,
 * which can only narrow. {@code tools} and {@code permissions} are read as in a frontmatter, those of {@code parent}
 * too. Whatever can't be read is an error: nothing is skipped.
 */
final class PolicyJson {

    private static final Set<String> KEYS =
            Set.of("mode", "workspace", "allow", "ask", "deny", "tools", "permissions", "host", "parent");
    private static final Set<String> HOST_KEYS = Set.of("maxMode", "bypassAllowed");
    private static final Set<String> PARENT_KEYS = Set.of("mode", "tools", "permissions");

    private final Map<String, Object> policy;

    private PolicyJson(Map<String, Object> policy) {
        this.policy = policy;
    }

    /**
     * Reads a policy object.
     *
     * @throws IllegalArgumentException if a part of it can't be read; the message says which
     */
    static PolicyJson of(Object policy) {
        PolicyJson json = new PolicyJson(object("policy", policy));
        known("policy", json.policy, KEYS);
        return json;
    }

    /** Returns the folder in which calls are decided; the current one unless it says otherwise. */
    Path workspace() {
        Object workspace = policy.getOrDefault("workspace", "");
        if (!(workspace instanceof String path)) {
            throw new IllegalArgumentException("\"workspace\" must be a path");
        }
        return Path.of(path).toAbsolutePath();
    }

    PermissionPolicy permissions() {
        List<PermissionLayer> layers = new ArrayList<>();
        PermissionMode wanted = mode(policy, "mode");
        PermissionMode granted = granted(wanted);
        layers.add(PermissionLayer.builder("host")
                .mode(granted)
                .rules(new PermissionRules(rules("deny"), rules("ask"), rules("allow")))
                .approves(PermissionLayer.Approves.YES)
                .build());
        if (policy.containsKey("parent")) {
            Map<String, Object> parent = object("parent", policy.get("parent"));
            known("parent", parent, PARENT_KEYS);
            layers.add(definition("parent", parent, mode(parent, "mode")));
        }
        layers.add(definition("definition", policy, wanted));
        return PermissionPolicy.of(layers);
    }

    private PermissionMode granted(PermissionMode wanted) {
        if (!policy.containsKey("host")) {
            return wanted;
        }
        Map<String, Object> host = object("host", policy.get("host"));
        known("host", host, HOST_KEYS);
        if (!(host.getOrDefault("bypassAllowed", false) instanceof Boolean bypass)) {
            throw new IllegalArgumentException("\"bypassAllowed\" must be true or false");
        }
        PermissionMode most = host.containsKey("maxMode") ? mode(host, "maxMode") : wanted;
        return most == PermissionMode.BYPASS_PERMISSIONS && !bypass ? PermissionMode.DEFAULT : most;
    }

    private static PermissionMode mode(Map<String, Object> object, String key) {
        Object word = object.getOrDefault(key, PermissionMode.DEFAULT.word());
        return PermissionMode.of(String.valueOf(word))
                .orElseThrow(() -> new IllegalArgumentException("unknown permission mode \"" + word
                        + "\"; expected one of " + String.join(", ", PermissionMode.words())));
    }

    private List<PermissionRule> rules(String key) {
        if (!policy.containsKey(key)) {
            return List.of();
        }
        if (!(policy.get(key) instanceof List<?> texts)) {
            throw new IllegalArgumentException("\"" + key + "\" must be a list of rules");
        }
        return texts.stream().map(text -> rule(key, text)).toList();
    }

    // What restricts and names no tool would restrict nothing.
    private static PermissionRule rule(String key, Object text) {
        if (!(text instanceof String written)) {
            throw new IllegalArgumentException("\"" + key + "\" holds " + text + ", which is no text; a rule is one");
        }
        PermissionRule rule = PermissionRule.parse(written);
        Optional<String> meant = key.equals("allow") ? Optional.empty() : ToolNames.nearest(rule.tool());
        meant.ifPresent(name -> {
            throw new IllegalArgumentException("\"" + key + "\" restricts the unknown tool \"" + rule.tool() + "\"; \""
                    + name + "\" may have been meant");
        });
        return rule;
    }

    /** Reads tools and permissions by the same reader as a file's, so that both mean the same. */
    private static PermissionLayer definition(String name, Map<String, Object> from, PermissionMode mode) {
        Map<String, Object> frontmatter = new LinkedHashMap<>();
        frontmatter.put("name", name);
        frontmatter.put("description", "The " + name + " of a policy.");
        for (String key : List.of("tools", "permissions")) {
            if (from.containsKey(key)) {
                frontmatter.put(key, from.get(key));
            }
        }
        StringBuilder text = new StringBuilder("---\n");
        frontmatter.forEach((key, value) ->
                text.append(key).append(": ").append(JsonLines.write(value)).append('\n'));
        Reading reading = DefinitionReader.create()
                .read("policy", text.append("---\n\n-\n").toString());
        AgentDefinition definition = reading.definition()
                .orElseThrow(() -> new IllegalArgumentException(reading.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.isError())
                        .map(diagnostic -> diagnostic.message())
                        .findFirst()
                        .orElse("the policy's tools can't be read")));
        return PermissionLayer.builder(name)
                .mode(mode)
                .tools(definition.tools())
                .disallowedTools(definition.disallowedTools())
                .rules(definition.rules())
                .capabilities(definition.capabilities())
                .approves(PermissionLayer.Approves.NO)
                .build();
    }

    private static Map<String, Object> object(String name, Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("\"" + name + "\" must be an object");
        }
        return JsonLines.object(members);
    }

    private static void known(String name, Map<String, Object> object, Set<String> keys) {
        for (String key : object.keySet()) {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("unknown key \"" + key + "\" in \"" + name + "\"; allowed are "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
    }
}
