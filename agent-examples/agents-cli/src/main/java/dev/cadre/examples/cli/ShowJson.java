package dev.cadre.examples.cli;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.Span;
import dev.cadre.core.structure.Checklist;
import dev.cadre.core.structure.Deliverable;
import dev.cadre.core.structure.DescriptionExamples;
import dev.cadre.core.structure.ExampleDialogue;
import dev.cadre.core.structure.Located;
import dev.cadre.core.structure.PromptStructure;
import dev.cadre.core.structure.WorkflowStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a definition and the structure of its prompt as one object; lines are those of the file. */
final class ShowJson {

    private final Reading reading;
    private final AgentDefinition definition;
    private final PromptStructure structure;

    private ShowJson(Reading reading) {
        this.reading = reading;
        this.definition = reading.orThrow();
        this.structure = PromptStructure.of(definition.prompt());
    }

    static ShowJson of(Reading reading) {
        return new ShowJson(reading);
    }

    Map<String, Object> toJson() {
        Map<String, Object> object = new LinkedHashMap<>(reading.toJson());
        Object diagnostics = object.remove("diagnostics");
        object.put(
                "outline",
                structure.outline().stream()
                        .map(entry -> {
                            Map<String, Object> item = item(entry.text(), entry);
                            item.put("level", entry.level());
                            return item;
                        })
                        .toList());
        object.put("workflow", structure.workflow().stream().map(this::step).toList());
        object.put(
                "checklists",
                structure.checklists().stream().map(this::checklist).toList());
        object.put(
                "deliverables",
                structure.deliverables().stream().map(this::deliverable).toList());
        object.put(
                "examples",
                DescriptionExamples.of(definition.description()).stream()
                        .map(this::example)
                        .toList());
        object.put("diagnostics", diagnostics == null ? List.of() : diagnostics);
        return object;
    }

    private Map<String, Object> item(String text, Located place) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("text", text);
        item.put("line", definition.origin().bodyLine() + place.line() - 1);
        return item;
    }

    private Map<String, Object> step(WorkflowStep step) {
        Map<String, Object> item = item(step.text(), step);
        item.put(
                "details",
                step.details().stream()
                        .map(detail -> item(detail.text(), detail))
                        .toList());
        return item;
    }

    private Map<String, Object> checklist(Checklist checklist) {
        Map<String, Object> item = item(checklist.title(), checklist);
        item.put(
                "items",
                checklist.items().stream()
                        .map(one -> {
                            Map<String, Object> check = item(one.text(), one);
                            check.put("checked", one.isChecked());
                            return check;
                        })
                        .toList());
        return item;
    }

    private Map<String, Object> deliverable(Deliverable deliverable) {
        Map<String, Object> item = item(deliverable.title(), deliverable);
        deliverable.path().ifPresent(path -> item.put("path", path));
        item.put(
                "sections",
                deliverable.sections().stream()
                        .map(section -> {
                            Map<String, Object> part = new LinkedHashMap<>();
                            part.put("title", section.title());
                            part.put("detail", section.detail());
                            part.put("line", definition.origin().bodyLine() + section.line() - 1);
                            return part;
                        })
                        .toList());
        return item;
    }

    private Map<String, Object> example(ExampleDialogue example) {
        int start = definition.origin().span("description").map(Span::line).orElse(1);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("context", example.context());
        item.put("turns", example.turns().stream().map(ShowJson::turn).toList());
        item.put("commentary", example.commentary());
        item.put("line", start + example.line() - 1);
        return item;
    }

    private static Map<String, Object> turn(ExampleDialogue.Turn turn) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("speaker", turn.speaker());
        item.put("text", turn.text());
        return item;
    }
}
