package dev.cadre.llm.together;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.structure.Deliverable;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.wire.WireReply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Is what a model answers that does the job of a planning definition: it looks around, tries a command, and writes. */
final class PlanScript {

    private PlanScript() {}

    static List<LlmResponse> of(AgentDefinition definition) {
        Deliverable plan = definition.structure().deliverables().get(0);
        return List.of(
                answer(
                        StopReason.TOOL_USE,
                        new ContentBlock.Text("I read the documents first – Größe, Zweck, 目的."),
                        call("1", "Read", Map.of("file_path", "PRD.md")),
                        call("2", "Read", Map.of("file_path", "DESIGN.md")),
                        call("3", "Grep", Map.of("pattern", "def ", "path", "notes_api"))),
                answer(StopReason.TOOL_USE, call("4", "Read", Map.of("file_path", "ABSENT.md"))),
                answer(StopReason.TOOL_USE, call("5", "Bash", Map.of("command", "pytest -q"))),
                answer(
                        StopReason.TOOL_USE,
                        new ContentBlock.Text("Tests can't run here; I write the plan."),
                        call("6", "Write", Map.of("file_path", plan.path().orElseThrow(), "content", document(plan)))),
                answer(StopReason.END_TURN, new ContentBlock.Text("The plan is written.")));
    }

    private static String document(Deliverable plan) {
        return plan.sections().stream()
                .map(section -> "## " + section.title() + "\n\nAs the documents say.\n")
                .collect(Collectors.joining("\n", "# Plan\n\n", ""));
    }

    private static ToolCall call(String id, String name, Map<String, Object> input) {
        return new ToolCall("call-" + id, name, input);
    }

    private static LlmResponse answer(StopReason reason, ContentBlock... blocks) {
        return new LlmResponse(
                new Message.Assistant(List.of(blocks)), reason, TokenUsage.of(1_200, 80), WireReply.MODEL);
    }
}
