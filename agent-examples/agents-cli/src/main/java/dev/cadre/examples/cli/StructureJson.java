package dev.cadre.examples.cli;

import dev.cadre.core.structure.Checklist;
import dev.cadre.core.structure.CodeBlock;
import dev.cadre.core.structure.Deliverable;
import dev.cadre.core.structure.DeliverableSection;
import dev.cadre.core.structure.InputFile;
import dev.cadre.core.structure.Located;
import dev.cadre.core.structure.Measure;
import dev.cadre.core.structure.ProjectTree;
import dev.cadre.core.structure.PromptStructure;
import dev.cadre.core.structure.QualityStandard;
import dev.cadre.core.structure.Role;
import dev.cadre.core.structure.Statement;
import dev.cadre.core.structure.WorkflowStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the structure of a prompt, each item with its line in the file.
 *
 * @param structure what the prompt says
 * @param bodyLine the line of the file on which the prompt begins
 */
record StructureJson(PromptStructure structure, int bodyLine) {

    /** Adds what is found; what a prompt has at most once is left out where it has none. */
    void addTo(Map<String, Object> object) {
        structure.title().ifPresent(title -> object.put("title", statement(title)));
        structure.role().ifPresent(role -> object.put("role", role(role)));
        object.put(
                "outline", all(structure.outline(), entry -> with(item(entry.text(), entry), "level", entry.level())));
        object.put("responsibilities", all(structure.responsibilities(), this::statement));
        object.put("workflow", all(structure.workflow(), this::step));
        object.put("checklists", all(structure.checklists(), this::checklist));
        object.put("deliverables", all(structure.deliverables(), this::deliverable));
        object.put("inputs", all(structure.inputs(), this::input));
        object.put("standards", all(structure.standards(), this::standard));
        object.put("triggers", all(structure.triggers(), this::statement));
        object.put("codeBlocks", all(structure.codeBlocks(), this::code));
        object.put("projectTrees", all(structure.projectTrees(), this::tree));
    }

    private static <T> List<Map<String, Object>> all(List<T> found, Function<T, Map<String, Object>> written) {
        return found.stream().map(written).toList();
    }

    private Map<String, Object> item(String text, Located place) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("text", text);
        item.put("line", line(place));
        return item;
    }

    private static Map<String, Object> with(Map<String, Object> item, String key, Object value) {
        item.put(key, value);
        return item;
    }

    private int line(Located place) {
        return bodyLine + place.line() - 1;
    }

    private Map<String, Object> statement(Statement statement) {
        return item(statement.text(), statement);
    }

    private Map<String, Object> role(Role role) {
        return with(item(role.text(), role), "persona", role.persona());
    }

    private Map<String, Object> step(WorkflowStep step) {
        return with(item(step.text(), step), "details", all(step.details(), this::statement));
    }

    private Map<String, Object> checklist(Checklist checklist) {
        return with(
                item(checklist.title(), checklist),
                "items",
                all(checklist.items(), one -> with(item(one.text(), one), "checked", one.isChecked())));
    }

    private Map<String, Object> deliverable(Deliverable deliverable) {
        Map<String, Object> item = item(deliverable.title(), deliverable);
        deliverable.path().ifPresent(path -> item.put("path", path));
        return with(item, "sections", all(deliverable.sections(), this::section));
    }

    private Map<String, Object> section(DeliverableSection section) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("title", section.title());
        part.put("detail", section.detail());
        part.put("line", line(section));
        return part;
    }

    private Map<String, Object> input(InputFile input) {
        return with(item(input.statement(), input), "path", input.path());
    }

    private Map<String, Object> standard(QualityStandard standard) {
        return with(item(standard.text(), standard), "measures", all(standard.measures(), StructureJson::measure));
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("bound", measure.bound().name().toLowerCase(Locale.ROOT));
        item.put("value", measure.value());
        item.put("unit", measure.unit());
        return item;
    }

    private Map<String, Object> code(CodeBlock code) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("language", code.language().orElse(""));
        item.put("content", code.content());
        item.put("line", line(code));
        return item;
    }

    private Map<String, Object> tree(ProjectTree tree) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("line", line(tree));
        return with(item, "entries", all(tree.entries(), this::entry));
    }

    private Map<String, Object> entry(ProjectTree.Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("path", entry.path());
        item.put("comment", entry.comment());
        item.put("line", line(entry));
        return item;
    }
}
