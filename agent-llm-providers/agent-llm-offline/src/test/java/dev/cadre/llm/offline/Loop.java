package dev.cadre.llm.offline;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** Runs the offline model against fake tools until it makes no more calls. */
final class Loop {

    private static final int MOST_TURNS = 60;

    private final List<ToolCall> calls = new ArrayList<>();
    private String report = "";
    private int turns;

    static Loop run(String system, String prompt, List<String> toolNames, FakeTools tools) {
        Loop loop = new Loop();
        List<Message> transcript = new ArrayList<>(List.of(Message.user(prompt)));
        while (loop.turns++ < MOST_TURNS) {
            LlmResponse response = OfflineLlm.create()
                    .generate(LlmRequest.builder("extract-1", transcript)
                            .system(system)
                            .tools(FakeTools.specs(toolNames))
                            .build());
            transcript.add(response.message());
            if (response.message().toolCalls().isEmpty()) {
                loop.report = response.message().text();
                return loop;
            }
            List<ContentBlock> results = new ArrayList<>();
            for (ToolCall call : response.message().toolCalls()) {
                loop.calls.add(call);
                results.add(tools.run(call));
            }
            transcript.add(new Message.User(results));
        }
        throw new AssertionError("no end after " + MOST_TURNS + " turns");
    }

    /** Returns the answer that ended the run. */
    String report() {
        return report;
    }

    List<ToolCall> calls() {
        return calls;
    }

    List<ToolCall> calls(String tool) {
        return calls.stream().filter(call -> call.name().equals(tool)).toList();
    }

    int turns() {
        return turns;
    }
}
