package dev.cadre.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the object of {@link ShowJson} for people. */
final class ShowText {

    /** The members that hold found items, with the words that head them. */
    private static final Map<String, String> FOUND = new LinkedHashMap<>();

    static {
        FOUND.put("title", "title");
        FOUND.put("role", "role");
        FOUND.put("outline", "outline");
        FOUND.put("responsibilities", "responsibilities");
        FOUND.put("workflow", "workflow");
        FOUND.put("checklists", "checklists");
        FOUND.put("deliverables", "deliverables");
        FOUND.put("inputs", "inputs");
        FOUND.put("standards", "standards");
        FOUND.put("triggers", "triggers");
        FOUND.put("codeBlocks", "code blocks");
        FOUND.put("projectTrees", "project trees");
        FOUND.put("examples", "examples");
    }

    private ShowText() {}

    static String of(Map<String, Object> shown) {
        StringBuilder text = new StringBuilder();
        shown.forEach((key, value) -> {
            if (!FOUND.containsKey(key) && !key.equals("diagnostics")) {
                text.append("%-15s %s%n".formatted(key, value instanceof String ? value : JsonLines.write(value)));
            }
        });
        FOUND.forEach((key, heading) -> {
            Object found = shown.get(key);
            List<?> items = found instanceof List<?> many ? many : found == null ? List.of() : List.of(found);
            if (!items.isEmpty()) {
                text.append('\n').append(heading).append('\n');
                items.forEach(item -> append(text, item, 1));
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder text, Object item, int depth) {
        if (!(item instanceof Map<?, ?> members)) {
            return;
        }
        Object line = members.get("line");
        text.append(
                "%6s  %s%s%n".formatted(line == null ? "" : line, "  ".repeat(indent(members, depth)), line(members)));
        members.forEach((key, value) -> {
            if (value instanceof List<?> below && !"measures".equals(key)) {
                below.forEach(one -> append(text, one, depth + 1));
            }
        });
    }

    private static int indent(Map<?, ?> members, int depth) {
        return members.get("level") instanceof Integer level ? level - 1 : depth - 1;
    }

    private static String line(Map<?, ?> members) {
        if (members.get("title") != null) {
            return withDetail(members, "title", "detail");
        }
        if (members.get("speaker") != null) {
            return members.get("speaker") + ": " + members.get("text");
        }
        if (members.get("context") != null) {
            return String.valueOf(members.get("context"));
        }
        if (members.get("content") instanceof String code) {
            String language = String.valueOf(members.get("language"));
            return (language.isEmpty() ? "no language" : language) + ", "
                    + counted(code.lines().count(), "line");
        }
        if (members.get("entries") instanceof List<?> entries) {
            return counted(entries.size(), "item");
        }
        if (members.get("comment") != null) {
            return withDetail(members, "path", "comment");
        }
        String path = members.get("path") == null ? "" : members.get("path") + "  ";
        return path + members.get("text") + measures(members.get("measures"));
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String withDetail(Map<?, ?> members, String name, String detail) {
        String more = String.valueOf(members.get(detail));
        return members.get(name) + (more.isEmpty() ? "" : ": " + more);
    }

    private static String measures(@Nullable Object found) {
        if (!(found instanceof List<?> measures) || measures.isEmpty()) {
            return "";
        }
        return measures.stream().map(ShowText::measure).collect(Collectors.joining(", ", "  [", "]"));
    }

    private static String measure(Object found) {
        return found instanceof Map<?, ?> measure
                ? (String.valueOf(measure.get("bound")).replace('_', ' ') + " " + measure.get("value") + " "
                                + measure.get("unit"))
                        .strip()
                : "";
    }
}
