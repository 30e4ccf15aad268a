package dev.cadre.llm.offline;

import dev.cadre.llm.offline.Topic.Aspect;
import java.util.List;
import java.util.stream.Collectors;

/** Writes documents: a heading for each section, and below it nothing but quotations or the plain word that there are none. */
final class DocumentText {

    private DocumentText() {}

    static String of(String path, Findings findings, List<Evidence> sections) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title(path)).append("\n\n");
        text.append(
                        "Compiled by Cadre's offline model, which quotes and does not judge: every statement is a line of a file,\n")
                .append("named behind it. Request: ")
                .append(oneLine(findings.brief().prompt()))
                .append("\n\n");
        text.append(sources(findings));
        text.append(sections(sections, findings, "## "));
        text.append(checks(findings, "## "));
        return text.toString();
    }

    private static String title(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int ending = name.lastIndexOf('.');
        return (ending > 0 ? name.substring(0, ending) : name).replace('-', ' ').replace('_', ' ');
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 200
                ? line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, 199))) + "…"
                : line;
    }

    static String sources(Findings findings) {
        StringBuilder text = new StringBuilder();
        if (!findings.inputs().isEmpty()) {
            text.append("Read as asked: ").append(code(findings.inputs())).append(".\n");
        }
        if (!findings.missing().isEmpty()) {
            text.append("Asked for and not found: ")
                    .append(code(findings.missing()))
                    .append(".\n");
        }
        if (!findings.unread().isEmpty()) {
            text.append("Found and not readable: ")
                    .append(code(findings.unread()))
                    .append(".\n");
        }
        return text.length() == 0 ? "" : text.append('\n').toString();
    }

    static String sections(List<Evidence> sections, Findings findings, String mark) {
        StringBuilder text = new StringBuilder();
        for (Evidence section : sections) {
            text.append(mark).append(oneLine(section.topic().title())).append("\n\n");
            if (!section.topic().detail().isEmpty()) {
                text.append("Asked for: ")
                        .append(oneLine(section.topic().detail()))
                        .append("\n\n");
            }
            text.append(section.isEmpty() ? nothing(findings) : statements(section))
                    .append('\n');
        }
        return text.toString();
    }

    private static String nothing(Findings findings) {
        return "No evidence found; searched " + count(findings.files().size(), "file") + ".\n";
    }

    static String statements(Evidence evidence) {
        String quotes = evidence.passages().stream()
                .map(passage -> "- " + Quote.of(passage) + "\n")
                .collect(Collectors.joining());
        if (evidence.open().isEmpty()) {
            return quotes;
        }
        return quotes + "\nNo evidence found for: "
                + evidence.open().stream().map(Aspect::text).collect(Collectors.joining("; ")) + ".\n";
    }

    static String checks(Findings findings, String mark) {
        if (findings.checks().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(mark).append("Checklist\n\n");
        for (Evidence check : findings.checks()) {
            text.append("- [ ] ").append(oneLine(check.topic().title())).append('\n');
            if (check.isEmpty()) {
                text.append("  - nothing found\n");
            }
            check.passages()
                    .forEach(passage -> text.append("  - ")
                            .append(Quote.of(passage).replace("\n", "\n  "))
                            .append('\n'));
        }
        return text.append("\nA box stays open: evidence shows where to look, and a person ticks it.\n")
                .toString();
    }

    static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
