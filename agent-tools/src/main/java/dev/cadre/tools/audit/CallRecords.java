package dev.cadre.tools.audit;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.ToolCall;
import dev.cadre.tools.CallHash;
import dev.cadre.tools.PlannedCall;
import dev.cadre.tools.ToolOutcome;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words the records of calls. Immutable. */
public final class CallRecords {

    /** What tools say for programs and what tells nothing of contents. */
    private static final List<String> DETAILS = List.of("exitCode", "timedOut", "backend");

    private final Clock clock;
    private final Redaction redaction;

    /** Makes the wording with a clock. */
    public CallRecords(Clock clock, Redaction redaction) {
        this.clock = clock;
        this.redaction = redaction;
    }

    /** Returns the record of what is about to happen; the objection is empty if the call will run. */
    public Map<String, Object> before(String agent, PlannedCall planned, String objection) {
        Map<String, Object> fields = begun("before", agent, planned.call());
        fields.put("hash_of_call", CallHash.of(planned.call()));
        fields.put("input", redaction.of(planned.call().input()));
        if (planned instanceof PlannedCall.Decided decided) {
            fields.put("decision", decided.decision().verdict().word());
            decided.decision().rule().ifPresent(rule -> fields.put("rule", rule));
            decided.decision().layer().ifPresent(layer -> fields.put("layer", layer));
            fields.put("reason", redaction.text(decided.decision().reason()));
        } else {
            fields.put("decision", "error");
        }
        fields.put("runs", objection.isEmpty());
        if (!objection.isEmpty()) {
            fields.put("objection", redaction.text(objection));
        }
        return fields;
    }

    /** Returns the record of what became of a call. */
    public Map<String, Object> after(String agent, ToolOutcome outcome) {
        Map<String, Object> fields = begun("after", agent, outcome.call());
        fields.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
        fields.put("is_error", outcome.output().isError());
        fields.put(
                "characters",
                outcome.output().content().stream()
                        .mapToInt(block -> block instanceof ContentBlock.Text text
                                ? text.text().length()
                                : 0)
                        .sum());
        for (String name : DETAILS) {
            if (outcome.output().details().containsKey(name)) {
                fields.put(name, String.valueOf(outcome.output().details().get(name)));
            }
        }
        return fields;
    }

    private Map<String, Object> begun(String event, String agent, ToolCall call) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", clock.instant().toString());
        fields.put("event", event);
        fields.put("agent", agent);
        fields.put("call", call.id());
        fields.put("tool", call.name());
        return fields;
    }
}
