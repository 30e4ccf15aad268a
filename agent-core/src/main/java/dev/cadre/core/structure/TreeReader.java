package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises drawings of project trees: with box characters, or names line by line with some folders among them. */
final class TreeReader {

    private static final Set<String> LANGUAGES =
            Set.of("", "text", "txt", "plaintext", "tree", "bash", "sh", "directory", "plain");
    private static final int LONGEST_NAME = 120;

    private final LineIndex index;

    private TreeReader(LineIndex index) {
        this.index = index;
    }

    static List<ProjectTree> of(List<CodeBlock> blocks, LineIndex index) {
        TreeReader reader = new TreeReader(index);
        List<ProjectTree> trees = new ArrayList<>();
        for (CodeBlock block : blocks) {
            reader.tree(block).ifPresent(trees::add);
        }
        return trees;
    }

    private record Row(int depth, String name, String comment, Span span) {}

    private Optional<ProjectTree> tree(CodeBlock block) {
        if (!LANGUAGES.contains(block.language().orElse(""))) {
            return Optional.empty();
        }
        boolean drawn = isDrawn(block.content()) || block.content().contains("|--");
        List<Row> rows = new ArrayList<>();
        int line = block.span().line();
        for (String text : block.content().split("\n", -1)) {
            if (line < index.lines() && !isFiller(text)) {
                Optional<Row> row = row(text, index.start(line));
                if (row.isEmpty() && !drawn) {
                    return Optional.empty();
                }
                row.ifPresent(rows::add);
            }
            line++;
        }
        boolean folders = rows.stream().anyMatch(row -> row.name().endsWith("/"));
        return rows.size() < 2 || (!drawn && !folders)
                ? Optional.empty()
                : Optional.of(new ProjectTree(entries(rows), block.span()));
    }

    /** Returns whether the text holds the box characters of a drawing. */
    static boolean isDrawn(String content) {
        return content.contains("├") || content.contains("└");
    }

    private static boolean isFiller(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '│' || c == '|' || c == '\t' || c == '\r' || c == '.');
    }

    private Optional<Row> row(String text, int offset) {
        int start = 0;
        while (start < text.length()
                && (" \t│|├└─-`+".indexOf(text.charAt(start)) >= 0 || text.charAt(start) == '\u00a0')) {
            start++;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String name = text.substring(start, end);
        String comment = text.substring(end).strip();
        boolean commented = comment.isEmpty() || "#(←/-–—<".indexOf(comment.charAt(0)) >= 0;
        boolean named = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && (name.contains(".") || name.endsWith("/") || start > 0)
                && "#(<$".indexOf(name.charAt(0)) < 0;
        if (!named || !commented) {
            return Optional.empty();
        }
        return Optional.of(new Row(start, name, comment(comment), index.span(offset + start, offset + end)));
    }

    private static String comment(String text) {
        int i = 0;
        while (i < text.length() && "#←/-–—< ".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return text.substring(i);
    }

    private static List<ProjectTree.Entry> entries(List<Row> rows) {
        List<ProjectTree.Entry> entries = new ArrayList<>();
        Deque<Row> above = new ArrayDeque<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            while (!above.isEmpty() && above.getLast().depth() >= row.depth()) {
                above.removeLast();
            }
            StringBuilder path = new StringBuilder();
            above.forEach(folder -> path.append(folder(folder.name())));
            boolean parent = i + 1 < rows.size() && rows.get(i + 1).depth() > row.depth();
            path.append(parent ? folder(row.name()) : row.name());
            entries.add(new ProjectTree.Entry(path.toString(), row.comment(), row.span()));
            above.addLast(row);
        }
        return entries;
    }

    private static String folder(String name) {
        return name.endsWith("/") ? name : name + "/";
    }
}
