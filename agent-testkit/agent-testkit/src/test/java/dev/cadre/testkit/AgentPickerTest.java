package dev.cadre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.registry.DefinitionRegistry;
import dev.cadre.core.registry.Scope;
import dev.cadre.llm.testkit.ScriptedLlm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentPickerTest {

    private final AgentDefinition reviewer = definition(
            "reviewer",
            "Reviews code. <example>Context: a pull request is open\nuser: \"Have a look at my change\"\n"
                    + "assistant: \"I use the reviewer\"</example>");
    private final AgentDefinition writer = definition(
            "writer", "Writes docs. <example>user: \"Explain the API\"\nassistant: \"The writer\"</example>");

    @Test
    void reports_which_agent_is_picked_for_each_example() {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Agent", Map.of("subagent_type", "reviewer", "prompt", "x"))
                .says("I explain it myself.")
                .build();

        PickReport report = AgentPicker.of(llm, List.of(reviewer, writer)).pick();

        assertThat(report.picks()).hasSize(2);
        assertThat(report.picks().get(0).isHit()).isTrue();
        assertThat(report.misses()).containsExactly(new Pick("writer", "Explain the API", Optional.empty()));
        assertThat(report.text())
                .contains("ok    reviewer -> reviewer: ")
                .contains("MISS  writer -> none: Explain the API");
    }

    @Test
    void shows_roster_and_situation_but_not_the_answers() {
        ScriptedLlm llm = ScriptedLlm.script().says("a").says("b").build();

        AgentPicker.of(llm, List.of(reviewer, writer)).pick();

        assertThat(llm.requests().get(0).system())
                .contains("- reviewer: Reviews code.", "- writer: Writes docs.")
                .doesNotContain("example", "Have a look");
        assertThat(llm.requests().get(0).messages().get(0).text()).contains("a pull request is open", "Have a look");
        assertThat(llm.requests().get(0).tools().get(0).inputSchema().toString())
                .contains("[reviewer, writer]");
    }

    @Test
    void takes_the_roster_of_a_registry() {
        ScriptedLlm llm = ScriptedLlm.script().says("a").says("b").build();
        DefinitionRegistry registry = DefinitionRegistry.builder()
                .definition(Scope.PROJECT, reviewer)
                .definition(Scope.USER, definition("reviewer", "An older one."))
                .definition(Scope.USER, writer)
                .build();

        AgentPicker.of(llm, registry.snapshot()).pick();

        assertThat(llm.requests().get(0).system())
                .contains("- reviewer: Reviews code.", "- writer: Writes docs.")
                .doesNotContain("An older one.");
    }

    @Test
    void takes_an_agent_that_is_not_there_for_none() {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Agent", Map.of("subagent_type", "nobody"))
                .build();

        assertThat(AgentPicker.of(llm, List.of(reviewer)).ask("x")).isEmpty();
    }

    @Test
    void refuses_a_roster_with_one_name_twice() {
        ScriptedLlm llm = ScriptedLlm.script().build();
        List<AgentDefinition> twice = List.of(writer, writer);

        assertThatThrownBy(() -> AgentPicker.of(llm, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[writer, writer]");
    }

    private static AgentDefinition definition(String name, String description) {
        return AgentDefinition.builder(name, description, "Do it.").build();
    }
}
