package dev.cadre.testkit;

import dev.cadre.core.run.AgentResult;
import dev.cadre.core.run.DeliverableCheck;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Asserts how a run ended and what happened in it. */
public final class AgentResultAssert extends AbstractAssert<AgentResultAssert, AgentResult> {

    AgentResultAssert(AgentResult result) {
        super(result, AgentResultAssert.class);
    }

    /** Checks that the model finished. */
    public AgentResultAssert isCompleted() {
        return hasOutcome(AgentResult.Outcome.COMPLETED);
    }

    /** Checks why the run ended. */
    public AgentResultAssert hasOutcome(AgentResult.Outcome outcome) {
        isNotNull();
        if (actual.outcome() != outcome) {
            failWithMessage(
                    "the run should have ended with %s, but ended with %s after %s turns; it said: %s",
                    outcome, actual.outcome(), actual.turns(), actual.text());
        }
        return this;
    }

    /** Checks that the model's last words hold all of these texts. */
    public AgentResultAssert says(CharSequence... texts) {
        isNotNull();
        Assertions.assertThat(actual.text()).as("the last words").contains(texts);
        return this;
    }

    /** Checks how often the model answered. */
    public AgentResultAssert hasTurns(int turns) {
        isNotNull();
        Assertions.assertThat(actual.turns()).as("turns").isEqualTo(turns);
        return this;
    }

    /** Checks the names of all tools that the model called, in order, run or refused. */
    public AgentResultAssert calledTools(String... names) {
        isNotNull();
        Assertions.assertThat(calls())
                .extracting(ToolCall::name)
                .as("tool calls")
                .containsExactly(names);
        return this;
    }

    /** Checks that the model called a tool with a value in its input. */
    public AgentResultAssert calledTool(String name, String key, Object value) {
        isNotNull();
        Assertions.assertThat(calls())
                .as("calls of %s with %s = %s", name, key, value)
                .anyMatch(call ->
                        call.name().equals(name) && value.equals(call.input().get(key)));
        return this;
    }

    /** Checks that no call was refused. */
    public AgentResultAssert hasNoDenials() {
        isNotNull();
        if (!actual.denials().isEmpty()) {
            failWithMessage("no call should have been refused, but these were: %s", denials());
        }
        return this;
    }

    /** Checks that a call of a tool was refused. */
    public AgentResultAssert deniedTool(String name) {
        isNotNull();
        if (actual.denials().stream().noneMatch(denial -> denial.call().name().equals(name))) {
            failWithMessage("a call of %s should have been refused; refused were: %s", name, denials());
        }
        return this;
    }

    /** Checks that no tool result that the model got is an error. */
    public AgentResultAssert hasNoToolErrors() {
        isNotNull();
        List<String> errors = actual.transcript().stream()
                .flatMap(message -> message.content().stream())
                .filter(ToolResult.class::isInstance)
                .map(ToolResult.class::cast)
                .filter(ToolResult::isError)
                .map(result -> result.callId() + ": " + result.text())
                .toList();
        Assertions.assertThat(errors).as("errors of tools").isEmpty();
        return this;
    }

    /** Checks that all files which the definition promises are there with all their sections, at least one. */
    public AgentResultAssert deliversAll() {
        isNotNull();
        Assertions.assertThat(actual.deliverables())
                .as("deliverables")
                .isNotEmpty()
                .allSatisfy(check -> Assertions.assertThat(check.state())
                        .as("%s, missing %s", check.path(), check.missingSections())
                        .isEqualTo(DeliverableCheck.State.COMPLETE));
        return this;
    }

    /** Checks that a file which the definition promises is there with all its sections. */
    public AgentResultAssert delivers(String path) {
        isNotNull();
        Assertions.assertThat(actual.deliverables()).as("deliverables").anySatisfy(check -> {
            Assertions.assertThat(check.path()).isEqualTo(path);
            Assertions.assertThat(check.state())
                    .as("missing sections %s", check.missingSections())
                    .isEqualTo(DeliverableCheck.State.COMPLETE);
        });
        return this;
    }

    private List<ToolCall> calls() {
        return actual.transcript().stream()
                .filter(Message.Assistant.class::isInstance)
                .flatMap(message -> ((Message.Assistant) message).toolCalls().stream())
                .toList();
    }

    private List<String> denials() {
        return actual.denials().stream()
                .map(denial -> denial.call().name() + " " + denial.call().input() + " (" + denial.reason() + ")")
                .toList();
    }
}
