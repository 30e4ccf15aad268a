package dev.cadre.llm.offline;

import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls the tools of one request, several at once, with the todo list beside them. Confined to one answer.
 *
 * <p>What fails or is refused is kept for the report; the work goes on without it.
 */
final class Toolbox {

    private final Exchange exchange;
    private final Map<String, ToolSpec> specs = new LinkedHashMap<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();
    private final Todo todo = new Todo();

    Toolbox(Exchange exchange, LlmRequest request) {
        this.exchange = exchange;
        request.tools().forEach(spec -> specs.putIfAbsent(spec.name(), spec));
    }

    boolean has(String tool) {
        return specs.containsKey(tool);
    }

    List<String> names() {
        return List.copyOf(specs.keySet());
    }

    Todo todo() {
        return todo;
    }

    /** Returns what failed or was refused, with the reason, in order. */
    Map<String, String> troubles() {
        return troubles;
    }

    /** Is one call that is wanted: what it is about, for the report, and its input. */
    record Wish(String tool, String about, Map<String, Object> input) {}

    /** Makes the calls together with an update of the todo list, and returns what the calls gave. */
    List<ToolResult> call(String saying, List<Wish> wishes) {
        List<ToolCall> calls = new ArrayList<>();
        if (has("TodoWrite") && !todo.isEmpty()) {
            calls.add(exchange.call(0, "TodoWrite", todo.input()));
        }
        int own = calls.size();
        wishes.forEach(wish -> calls.add(exchange.call(0, wish.tool(), accepted(wish))));
        if (wishes.isEmpty() && own == 0) {
            return List.of();
        }
        List<ToolResult> results = exchange.answers(saying, calls);
        if (own == 1 && results.get(0).isError()) {
            troubles.putIfAbsent("TodoWrite", firstLine(results.get(0)));
        }
        for (int i = 0; i < wishes.size(); i++) {
            if (results.get(own + i).isError()) {
                troubles.put(wishes.get(i).tool() + " " + wishes.get(i).about(), firstLine(results.get(own + i)));
            }
        }
        return results.subList(own, results.size());
    }

    /** Leaves out what the tool's schema does not know. */
    private Map<String, Object> accepted(Wish wish) {
        ToolSpec spec = specs.get(wish.tool());
        if (spec == null || !(spec.inputSchema().get("properties") instanceof Map<?, ?> known)) {
            return wish.input();
        }
        Map<String, Object> input = new LinkedHashMap<>();
        wish.input().forEach((name, value) -> {
            if (known.containsKey(name)) {
                input.put(name, value);
            }
        });
        return input;
    }

    private static String firstLine(ToolResult result) {
        return result.text().strip().lines().findFirst().orElse("no reason given");
    }
}
