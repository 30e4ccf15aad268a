package dev.cadre.testkit;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.registry.Entry;
import dev.cadre.core.registry.Snapshot;
import dev.cadre.core.structure.ExampleDialogue;
import dev.cadre.llm.Json;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tests descriptions: shows a model a roster of agents and each {@code <example>} of their descriptions, and reports which
 * agent it picks.
 *
 * <pre>{@code
 * PickReport report = AgentPicker.of(llm, definitions).pick();
 * assertThat(report.misses()).isEmpty();
 * }</pre>
 *
 * <p>The examples are left out of the descriptions that the model sees, so that it can not look the answer up. Run it on a
 * cassette to keep it stable. Each example is one model call. Immutable.
 */
public final class AgentPicker {

    private static final String TOOL = "Agent";
    private static final String CHOICE = "subagent_type";
    private static final Pattern EXAMPLES = Pattern.compile("(?is)<example>.*?(</example>|$)");

    private final LlmClient llm;
    private final List<AgentDefinition> roster;

    private AgentPicker(LlmClient llm, List<AgentDefinition> roster) {
        this.llm = llm;
        this.roster = roster;
    }

    /**
     * Makes a test for a roster.
     *
     * @throws IllegalArgumentException if it is empty, or two definitions have one name
     */
    public static AgentPicker of(LlmClient llm, List<AgentDefinition> roster) {
        long names = roster.stream().map(AgentDefinition::name).distinct().count();
        if (roster.isEmpty() || names < roster.size()) {
            throw new IllegalArgumentException("a roster needs definitions with different names, found "
                    + roster.stream().map(AgentDefinition::name).toList());
        }
        return new AgentPicker(llm, Json.list(roster));
    }

    /** Makes a test for the definitions that are in force in a registry. */
    public static AgentPicker of(LlmClient llm, Snapshot registry) {
        return of(
                llm, registry.entries().values().stream().map(Entry::definition).toList());
    }

    /**
     * Shows every example of every definition, in order.
     *
     * @throws dev.cadre.llm.LlmException if the provider fails
     */
    public PickReport pick() {
        List<Pick> picks = new ArrayList<>();
        for (AgentDefinition definition : roster) {
            for (ExampleDialogue example : definition.examples()) {
                picks.add(new Pick(definition.name(), situation(example), ask(situation(example))));
            }
        }
        return new PickReport(picks);
    }

    /** Returns the agent that the model picks in a situation; empty if it picks none, or one that is not there. */
    public Optional<String> ask(String situation) {
        LlmRequest request = LlmRequest.builder(llm.defaultModel(), List.of(Message.user(situation)))
                .system(system())
                .tools(List.of(tool()))
                .build();
        LlmResponse response = llm.generate(request);
        return response.message().toolCalls().stream()
                .filter(call -> call.name().equals(TOOL))
                .map(AgentPicker::choice)
                .flatMap(Optional::stream)
                .filter(choice -> roster.stream().anyMatch(one -> one.name().equals(choice)))
                .findFirst();
    }

    private static Optional<String> choice(ToolCall call) {
        return Optional.ofNullable(call.input().get(CHOICE)).map(Object::toString);
    }

    private String system() {
        return "You answer requests yourself unless one of these agents is made for them; then you call it with the"
                + " tool " + TOOL + ".\n\n"
                + roster.stream()
                        .map(one -> "- " + one.name() + ": "
                                + EXAMPLES.matcher(one.description())
                                        .replaceAll("")
                                        .strip())
                        .collect(Collectors.joining("\n"));
    }

    private ToolSpec tool() {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("type", "string");
        choice.put("enum", roster.stream().map(AgentDefinition::name).toList());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(CHOICE, choice);
        properties.put("prompt", Map.of("type", "string"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.of(CHOICE, "prompt"));
        return new ToolSpec(TOOL, "Hands a task to an agent.", schema);
    }

    private static String situation(ExampleDialogue example) {
        String words = example.turns().stream()
                .filter(turn -> turn.speaker().equals("user"))
                .map(ExampleDialogue.Turn::text)
                .collect(Collectors.joining("\n"));
        return example.context().isBlank() ? words : "(" + example.context() + ")\n" + words;
    }
}
