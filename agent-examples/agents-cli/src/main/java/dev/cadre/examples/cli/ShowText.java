package dev.cadre.examples.cli;

import java.util.List;
import java.util.Map;

/** Writes the object of {@link ShowJson} for people. */
final class ShowText {

    private static final List<String> LISTS = List.of("outline", "workflow", "checklists", "deliverables", "examples");

    private ShowText() {}

    static String of(Map<String, Object> shown) {
        StringBuilder text = new StringBuilder();
        shown.forEach((key, value) -> {
            if (!LISTS.contains(key) && !key.equals("diagnostics")) {
                text.append("%-15s %s%n".formatted(key, value instanceof String ? value : JsonLines.write(value)));
            }
        });
        for (String list : LISTS) {
            if (shown.get(list) instanceof List<?> items && !items.isEmpty()) {
                text.append('\n').append(list).append('\n');
                items.forEach(item -> append(text, item, 1));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Object item, int depth) {
        if (!(item instanceof Map<?, ?> members)) {
            return;
        }
        Object line = members.get("line");
        text.append(
                "%6s  %s%s%n".formatted(line == null ? "" : line, "  ".repeat(indent(members, depth)), line(members)));
        members.values().forEach(value -> {
            if (value instanceof List<?> below) {
                below.forEach(one -> append(text, one, depth + 1));
            }
        });
    }

    private static int indent(Map<?, ?> members, int depth) {
        return members.get("level") instanceof Integer level ? level - 1 : depth - 1;
    }

    private static String line(Map<?, ?> members) {
        if (members.get("title") != null) {
            return members.get("title")
                    + (String.valueOf(members.get("detail")).isEmpty() ? "" : ": " + members.get("detail"));
        }
        if (members.get("speaker") != null) {
            return members.get("speaker") + ": " + members.get("text");
        }
        if (members.get("context") != null) {
            return String.valueOf(members.get("context"));
        }
        String path = members.get("path") == null ? "" : members.get("path") + "  ";
        return path + members.get("text");
    }
}
