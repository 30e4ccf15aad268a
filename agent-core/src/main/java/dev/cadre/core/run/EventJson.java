package dev.cadre.core.run;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.Json;
import dev.cadre.llm.Message;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.tools.ToolOutcome;
import dev.cadre.tools.permission.PermissionDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes events as JSON objects, one an event, with the members {@code type}, {@code runId}, {@code time} and those of
 * the record.
 *
 * <p>The form is stable: members are added, never renamed or removed.
 */
public final class EventJson {

    private EventJson() {}

    /** Returns an event as an ordered JSON object. */
    public static Map<String, Object> of(AgentEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type(event));
        json.put("runId", event.stamp().runId());
        json.put("time", event.stamp().time().toString());
        json.putAll(members(event));
        return Json.object(json);
    }

    private static String type(AgentEvent event) {
        if (event instanceof AgentEvent.RunFinished) {
            return "result";
        }
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> members(AgentEvent event) {
        if (event instanceof AgentEvent.RunStarted started) {
            return ordered(
                    "agent",
                    started.agent(),
                    "model",
                    started.model(),
                    "tools",
                    started.tools(),
                    "notices",
                    started.notices());
        }
        if (event instanceof AgentEvent.TurnStarted turn) {
            return ordered("turn", turn.turn());
        }
        if (event instanceof AgentEvent.TextStreamed streamed) {
            return ordered("text", streamed.text());
        }
        if (event instanceof AgentEvent.AnswerRestarted) {
            return Map.of();
        }
        if (event instanceof AgentEvent.AssistantAnswered answered) {
            return ordered(
                    "turn", answered.turn(),
                    "content", message(answered.message()),
                    "stopReason", word(answered.stopReason()),
                    "usage", usage(answered.usage()));
        }
        if (event instanceof AgentEvent.PermissionDecided decided) {
            return permission(decided.call(), decided.decision());
        }
        if (event instanceof AgentEvent.ApprovalAnswered answered) {
            return ordered(
                    "callId", answered.call().id(),
                    "tool", answered.call().name(),
                    "answer", word(answered.approval().answer()),
                    "reason", answered.approval().reason());
        }
        if (event instanceof AgentEvent.ToolStarted started) {
            return call(started.call());
        }
        if (event instanceof AgentEvent.ToolFinished finished) {
            return outcome(finished.outcome());
        }
        if (event instanceof AgentEvent.RunFinished finished) {
            return result(finished.result());
        }
        throw new IllegalArgumentException(
                "no JSON form for " + event.getClass().getName());
    }

    private static Map<String, Object> permission(ToolCall call, PermissionDecision decision) {
        Map<String, Object> json = ordered(
                "callId", call.id(),
                "tool", call.name(),
                "decision", decision.verdict().word(),
                "reason", decision.reason());
        decision.rule().ifPresent(rule -> json.put("rule", rule));
        decision.layer().ifPresent(layer -> json.put("layer", layer));
        return json;
    }

    private static Map<String, Object> outcome(ToolOutcome outcome) {
        return ordered(
                "callId", outcome.call().id(),
                "tool", outcome.call().name(),
                "status", word(outcome.status()),
                "isError", outcome.output().isError(),
                "output", outcome.result().text(),
                "details", outcome.output().details());
    }

    private static Map<String, Object> result(AgentResult result) {
        return ordered(
                "outcome", word(result.outcome()),
                "text", result.text(),
                "turns", result.turns(),
                "usage", usage(result.usage()),
                "deliverables",
                        result.deliverables().stream()
                                .map(check -> ordered(
                                        "path", check.path(),
                                        "state", word(check.state()),
                                        "missingSections", check.missingSections()))
                                .toList(),
                "denials",
                        result.denials().stream()
                                .map(denial -> ordered(
                                        "callId", denial.call().id(),
                                        "tool", denial.call().name(),
                                        "reason", denial.reason()))
                                .toList());
    }

    private static List<Map<String, Object>> message(Message message) {
        return message.content().stream().map(EventJson::block).toList();
    }

    private static Map<String, Object> block(ContentBlock block) {
        if (block instanceof ContentBlock.Text text) {
            return ordered("type", "text", "text", text.text());
        }
        if (block instanceof ContentBlock.Thinking thinking) {
            return ordered("type", "thinking", "text", thinking.text());
        }
        if (block instanceof ContentBlock.Image image) {
            return ordered("type", "image", "mediaType", image.mediaType());
        }
        if (block instanceof ToolCall call) {
            Map<String, Object> json = ordered("type", "tool_call");
            json.putAll(call(call));
            return json;
        }
        if (block instanceof ToolResult result) {
            return ordered("type", "tool_result", "callId", result.callId(), "output", result.text());
        }
        throw new IllegalArgumentException(
                "no JSON form for " + block.getClass().getName());
    }

    private static Map<String, Object> call(ToolCall call) {
        return ordered("callId", call.id(), "tool", call.name(), "input", call.input());
    }

    private static Map<String, Object> usage(TokenUsage usage) {
        return ordered(
                "input", usage.input(),
                "output", usage.output(),
                "cacheRead", usage.cacheRead(),
                "cacheWrite", usage.cacheWrite());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return json;
    }
}
