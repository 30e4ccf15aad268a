package dev.cadre.examples.cli;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.Span;
import dev.cadre.core.structure.ExampleDialogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a definition and the structure of its prompt as one object; lines are those of the file. */
final class ShowJson {

    private final Reading reading;
    private final AgentDefinition definition;

    private ShowJson(Reading reading) {
        this.reading = reading;
        this.definition = reading.orThrow();
    }

    static ShowJson of(Reading reading) {
        return new ShowJson(reading);
    }

    Map<String, Object> toJson() {
        Map<String, Object> object = new LinkedHashMap<>(reading.toJson());
        Object diagnostics = object.remove("diagnostics");
        new StructureJson(definition.structure(), definition.origin().bodyLine()).addTo(object);
        object.put("examples", definition.examples().stream().map(this::example).toList());
        object.put("diagnostics", diagnostics == null ? List.of() : diagnostics);
        return object;
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
