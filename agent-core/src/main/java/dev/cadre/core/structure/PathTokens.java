package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the names of documents and data files in a line of Markdown, in code spans and bare. */
final class PathTokens {

    private static final Set<String> DOCUMENTS = Set.of(
            "md",
            "mdx",
            "mdc",
            "markdown",
            "txt",
            "rst",
            "adoc",
            "html",
            "pdf",
            "docx",
            "doc",
            "pptx",
            "xlsx",
            "csv",
            "tsv",
            "json",
            "jsonl",
            "ndjson",
            "json5",
            "yaml",
            "yml",
            "toml",
            "xml",
            "sarif",
            "ipynb",
            "svg",
            "puml",
            "mmd",
            "log",
            "tex",
            "epub",
            "ics",
            "feature",
            "drawio",
            "bpmn");

    private static final List<String> PLACEHOLDERS =
            List.of("{", "<", "[", "*", "$", "YYYY", "yyyy", "XX", "NNN", "...", "…", "timestamp");

    /**
     * A file name in a line.
     *
     * @param path the name
     * @param start where it begins in the raw line, its backtick or bracket included
     * @param end where it ends, likewise
     * @param isCode whether it stands in a code span
     */
    record Token(String path, int start, int end, boolean isCode) {

        boolean isFolder() {
            return path.endsWith("/");
        }
    }

    private PathTokens() {}

    static boolean hasPlaceholder(String path) {
        return PLACEHOLDERS.stream().anyMatch(path::contains);
    }

    static List<Token> in(String raw) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '`') {
                int close = raw.indexOf('`', i + 1);
                if (close < 0) {
                    return tokens;
                }
                add(tokens, raw, i, close + 1, true);
                i = close + 1;
            } else if (isPathPart(c)) {
                int end = i + 1;
                while (end < raw.length() && isPathPart(raw.charAt(end))) {
                    end++;
                }
                add(tokens, raw, i, end, false);
                i = end;
            } else {
                i++;
            }
        }
        return tokens;
    }

    private static void add(List<Token> tokens, String raw, int start, int end, boolean code) {
        String text = code ? raw.substring(start + 1, end - 1).strip() : trimmed(raw.substring(start, end));
        if (code ? isPath(text) : isDocument(text) && !text.contains("://")) {
            tokens.add(new Token(text, start, end, code));
        }
    }

    private static String trimmed(String bare) {
        int from = 0;
        int end = bare.length();
        while (end > from && ".:*_".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        while (from < end && "*_".indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        return bare.substring(from, end);
    }

    private static boolean isPath(String text) {
        boolean plain = !text.isEmpty()
                && text.indexOf(' ') < 0
                && text.indexOf('(') < 0
                && text.indexOf('=') < 0
                && !text.contains("://")
                && text.charAt(0) != '-'
                && text.charAt(0) != '@';
        boolean spaced = !plain && isSpacedPath(text);
        return (plain || spaced) && (isDocument(text) || isFolder(text) || isParameter(text));
    }

    /** Allows blanks inside placeholders, as in {@code docs/{feature name}.md}. */
    private static boolean isSpacedPath(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "{[<".indexOf(c) >= 0 ? 1 : "}]>".indexOf(c) >= 0 ? -1 : 0;
            if ((c == ' ' && depth == 0) || "(=|;\"'".indexOf(c) >= 0) {
                return false;
            }
        }
        return text.indexOf(' ') > 0 && !text.contains("://") && text.charAt(0) != '-' && text.charAt(0) != '<';
    }

    private static boolean isFolder(String text) {
        return (text.length() > 2 && text.endsWith("/") && text.charAt(0) != '/')
                || (text.length() > 3 && text.endsWith("/"));
    }

    /** A placeholder that stands for a whole path, such as {@code {output_path}}. */
    private static boolean isParameter(String text) {
        boolean braced = text.startsWith("{") && text.endsWith("}") && text.indexOf('}') == text.length() - 1;
        return braced && (text.contains("path") || text.contains("file"));
    }

    static boolean isDocument(String text) {
        int dot = text.lastIndexOf('.');
        boolean named = dot > 0 && text.charAt(dot - 1) != '/' && text.charAt(dot - 1) != '*';
        return named && DOCUMENTS.contains(text.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean isPathPart(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "_./{}<>$*-[]:~".indexOf(c) >= 0);
    }
}
