package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that was read or that a person marked, in the form of the label files.
 *
 * @param kind such as {@code step}
 * @param line the line in the file, from 1
 * @param value what it says; empty in a label that only marks the line
 */
record Found(String kind, int line, String value) {

    static Found label(String row) {
        String[] cells = row.split("\t", 3);
        return new Found(cells[0], Integer.parseInt(cells[1]), cells.length > 2 ? cells[2] : "");
    }

    boolean isMeantBy(Found label) {
        return kind.equals(label.kind) && line == label.line && (label.value.isEmpty() || label.value.equals(value));
    }

    static List<Found> in(PromptStructure structure) {
        List<Found> all = new ArrayList<>();
        structure.title().ifPresent(title -> all.add(new Found("title", title.line(), title.text())));
        structure.role().ifPresent(role -> all.add(new Found("role", role.line(), role.persona())));
        structure.responsibilities().forEach(item -> all.add(new Found("responsibility", item.line(), item.text())));
        structure.workflows().stream()
                .flatMap(workflow -> workflow.steps().stream())
                .forEach(step -> all.add(new Found("step", step.line(), step.text())));
        structure.checklists().stream()
                .flatMap(checklist -> checklist.items().stream())
                .forEach(item -> all.add(new Found("check", item.line(), item.text())));
        for (Deliverable deliverable : structure.deliverables()) {
            all.add(new Found(
                    "deliverable", deliverable.line(), deliverable.path().orElse("")));
            deliverable.sections().forEach(part -> all.add(new Found("section", part.line(), part.title())));
        }
        structure.inputs().forEach(input -> all.add(new Found("input", input.line(), input.path())));
        structure
                .standards()
                .forEach(standard -> all.add(new Found("standard", standard.line(), measures(standard.measures()))));
        structure.triggers().forEach(item -> all.add(new Found("trigger", item.line(), item.text())));
        structure
                .codeBlocks()
                .forEach(code ->
                        all.add(new Found("code", code.line(), code.language().orElse(""))));
        structure
                .projectTrees()
                .forEach(tree -> all.add(new Found(
                        "tree", tree.line(), String.valueOf(tree.entries().size()))));
        return all;
    }

    private static String measures(List<Measure> measures) {
        return measures.stream()
                .map(measure -> measure.bound() + " " + measure.value().toPlainString() + " " + measure.unit())
                .collect(Collectors.joining(", "));
    }
}
