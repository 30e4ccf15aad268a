package dev.cadre.core;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.RunLimits;
import dev.cadre.core.run.RunPlan;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.tools.ToolExecutor;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans the runs of one agent: what its definition asks for, within the host's limits.
 *
 * @param definition what is asked for
 * @param model the model that is called, and what a person should know of the choice
 * @param notices what a person should know of the agent's rights
 * @param limits the host's; the definition can only narrow them
 */
record RunPlanner(AgentDefinition definition, Model model, List<String> notices, RunLimits limits) {

    RunPlan plan(String prompt, String runId, ToolExecutor executor) {
        List<String> told = new ArrayList<>(model.notices());
        told.addAll(notices);
        String root = executor.workspace().root();
        return RunPlan.builder(definition.name(), model.name(), List.of(Message.user(prompt)))
                .runId(runId)
                .system(SystemPrompt.render(definition, root))
                .tools(executor.specs())
                .options(requestOptions())
                .limits(narrowedLimits())
                .deliverables(definition.structure().deliverables())
                .notices(told)
                .build();
    }

    private RequestOptions requestOptions() {
        RequestOptions.Builder options = RequestOptions.builder();
        definition.effort().flatMap(RequestOptions.Effort::of).ifPresent(options::effort);
        definition.temperature().ifPresent(options::temperature);
        if (!definition.outputSchema().isEmpty()) {
            options.responseSchema(definition.outputSchema());
        }
        return options.build();
    }

    private RunLimits narrowedLimits() {
        RunLimits narrowed = definition.maxTurns().isPresent()
                ? limits.withTurns(definition.maxTurns().getAsInt())
                : limits;
        return definition.timeout().map(narrowed::withTime).orElse(narrowed);
    }
}
