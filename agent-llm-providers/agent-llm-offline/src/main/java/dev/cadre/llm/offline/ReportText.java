package dev.cadre.llm.offline;

import java.util.List;
import java.util.Map;

/** Writes the answer that ends the work. */
final class ReportText {

    private static final String WHAT_THIS_IS =
            "This is Cadre's offline model: it finds and quotes, it does not think, and it writes no code.\n";

    private ReportText() {}

    /**
     * Is what became of one document.
     *
     * @param path where it should stand; empty if the report holds it
     * @param sections its sections
     * @param problem why it was not written; empty if it was
     */
    record Delivery(String path, List<Evidence> sections, String problem) {

        boolean isWritten() {
            return !path.isEmpty() && problem.isEmpty();
        }
    }

    static String withoutTools(Brief brief) {
        StringBuilder text = new StringBuilder(WHAT_THIS_IS).append('\n');
        text.append(opening(brief));
        text.append("I was given no tool, so nothing was read and nothing was written.\n");
        text.append("To do this I would need Read for the files, Glob or Grep to find them");
        boolean writes = brief.orders().stream().anyMatch(order -> order.path().isPresent());
        text.append(writes ? ", and Write for the result.\n" : ".\n");
        if (!brief.inputs().isEmpty()) {
            text.append("Files to read: ")
                    .append(DocumentText.code(brief.inputs()))
                    .append(".\n");
        }
        for (Brief.Order order : brief.orders()) {
            text.append(
                    order.path().map(path -> "To write: `" + path + "` with:\n").orElse("To answer:\n"));
            order.topics()
                    .forEach(topic -> text.append("- ")
                            .append(DocumentText.oneLine(topic.title()))
                            .append('\n'));
        }
        return text.toString();
    }

    static String of(Findings findings, List<Delivery> deliveries, Map<String, String> troubles) {
        StringBuilder text = new StringBuilder(WHAT_THIS_IS).append('\n');
        text.append(opening(findings.brief()));
        deliveries.forEach(delivery -> text.append(summary(delivery, findings)));
        text.append('\n').append(DocumentText.sources(findings));
        if (!findings.request().isEmpty()) {
            text.append("## What speaks of the request\n\n")
                    .append(DocumentText.statements(new Evidence(
                            findings.request().topic(), findings.request().passages(), List.of())))
                    .append('\n');
        }
        deliveries.stream()
                .filter(delivery -> !delivery.isWritten())
                .forEach(delivery -> text.append(DocumentText.sections(delivery.sections(), findings, "## ")));
        text.append(steps(findings));
        text.append(DocumentText.checks(findings, "## "));
        if (!troubles.isEmpty()) {
            text.append("\n## What was refused or failed\n\n");
            troubles.forEach((what, why) ->
                    text.append("- ").append(what).append(": ").append(why).append('\n'));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String opening(Brief brief) {
        String role = brief.role().isEmpty() ? "" : "Role: " + DocumentText.oneLine(brief.role()) + "\n";
        String size = brief.isTooLarge() ? "The system prompt is too long to be read for its structure.\n" : "";
        return role + "Request: " + DocumentText.oneLine(brief.prompt()) + "\n" + size;
    }

    private static String summary(Delivery delivery, Findings findings) {
        List<String> empty = delivery.sections().stream()
                .filter(Evidence::isEmpty)
                .map(section -> section.topic().title())
                .toList();
        int sections = delivery.sections().size();
        int statements = delivery.sections().stream()
                .mapToInt(section -> section.passages().size())
                .sum();
        String found = DocumentText.count(sections, "section") + ", " + (sections - empty.size()) + " with evidence ("
                + DocumentText.count(statements, "passage") + " from "
                + DocumentText.count(findings.files().size(), "file") + " searched)"
                + (empty.isEmpty() ? "" : ", none for: " + String.join("; ", empty)) + ".\n";
        if (delivery.isWritten()) {
            return "Wrote `" + delivery.path() + "`: " + found;
        }
        return (delivery.path().isEmpty()
                        ? "No file to write is named, so this report is the answer: "
                        : "Did not write `" + delivery.path() + "`: " + delivery.problem() + " It stands below: ")
                + found;
    }

    private static String steps(Findings findings) {
        if (findings.steps().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## Steps\n\n");
        int number = 1;
        for (Evidence step : findings.steps()) {
            text.append(number++)
                    .append(". ")
                    .append(DocumentText.oneLine(step.topic().title()))
                    .append('\n');
            String named = named(findings, step.topic().title());
            text.append(named);
            if (step.isEmpty() && named.isEmpty()) {
                text.append("   - nothing found; left to a person or a language model\n");
            }
            step.passages()
                    .forEach(passage -> text.append("   - ")
                            .append(Quote.of(passage).replace("\n", "\n   "))
                            .append('\n'));
        }
        return text.append('\n').toString();
    }

    /** Says what became of the files that a step names. */
    private static String named(Findings findings, String step) {
        StringBuilder text = new StringBuilder();
        findings.inputs().stream()
                .filter(step::contains)
                .forEach(name -> text.append("   - read `").append(name).append("`\n"));
        findings.missing().stream()
                .filter(step::contains)
                .forEach(name -> text.append("   - `").append(name).append("` was not found\n"));
        return text.toString();
    }
}
