package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** What programs are written in; their files are not documents. */
    private static final Set<String> SOURCES = Set.of(
            "java", "kt", "kts", "scala", "groovy", "ts", "tsx", "js", "jsx", "mjs", "cjs", "py", "go", "rs", "rb",
            "php", "cs", "c", "h", "cpp", "hpp", "swift", "dart", "ex", "exs", "lua", "r", "sh", "bash", "ps1", "sql",
            "css", "scss", "less", "vue", "svelte", "tf", "bicep", "proto", "graphql", "prisma");

    /** Longer names are none; a limit here keeps all work on names small. */
    private static final int LONGEST_PATH = 512;

    private static final List<String> PLACEHOLDERS =
            List.of("{", "<", "[", "*", "$", "YYYY", "yyyy", "XX", "NNN", "...", "…", "timestamp");

    /** Parts that only say what goes there: {@code sprint-N}, {@code NN_topic_name}, {@code command-name}. */
    private static final Pattern STANDS_FOR_ANOTHER =
            Pattern.compile("(?<![A-Za-z0-9])(?:N+|X+|Y+)(?![A-Za-z0-9])|[-_]name(?![A-Za-z0-9])");

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

        /** Returns whether a part of it is named as the folders of programs are. */
        boolean isOfSources() {
            return Stream.of(path.split("/", -1)).anyMatch(OutputWords.SOURCE_FOLDERS::contains);
        }
    }

    private PathTokens() {}

    static boolean hasPlaceholder(String path) {
        return PLACEHOLDERS.stream().anyMatch(path::contains)
                || STANDS_FOR_ANOTHER.matcher(path).find();
    }

    static List<Token> in(String raw) {
        return in(raw, DOCUMENTS);
    }

    /** Returns the names of program sources too. */
    static List<Token> anyFileIn(String raw) {
        Set<String> extensions = new LinkedHashSet<>(DOCUMENTS);
        extensions.addAll(SOURCES);
        return in(raw, extensions);
    }

    private static List<Token> in(String raw, Set<String> extensions) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '`') {
                int close = raw.indexOf('`', i + 1);
                if (close < 0) {
                    return tokens;
                }
                add(tokens, raw, i, close + 1, extensions);
                i = close + 1;
            } else if (isPathPart(raw, i)) {
                int end = i + 1;
                while (end < raw.length() && isPathPart(raw, end)) {
                    end++;
                }
                add(tokens, raw, i, end, extensions);
                i = end;
            } else {
                i++;
            }
        }
        return tokens;
    }

    private static void add(List<Token> tokens, String raw, int start, int end, Set<String> extensions) {
        boolean code = raw.charAt(start) == '`';
        String text =
                code ? withoutMention(raw.substring(start + 1, end - 1).strip()) : trimmed(raw.substring(start, end));
        boolean known = text.length() <= LONGEST_PATH;
        if (known && (code ? isPath(text, extensions) : isFile(text, extensions) && !text.contains("://"))) {
            tokens.add(new Token(text, start, end, code));
        }
    }

    /** Takes the sign away with which tools are told to look at a file. */
    private static String withoutMention(String code) {
        boolean mention = code.startsWith("@") && code.indexOf('/') > 1;
        return mention ? code.substring(1) : code;
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
        return bare.substring(from, end).replace("\\_", "_");
    }

    private static boolean isPath(String text, Set<String> extensions) {
        boolean plain = !text.isEmpty()
                && text.indexOf(' ') < 0
                && text.indexOf('(') < 0
                && text.indexOf('=') < 0
                && !text.contains("://")
                && text.charAt(0) != '-'
                && text.charAt(0) != '@';
        boolean spaced = !plain && isSpacedPath(text);
        return (plain || spaced) && (isFile(text, extensions) || isFolder(text) || isParameter(text));
    }

    /** Allows blanks inside placeholders, as in {@code docs/{feature name}.md}. */
    private static boolean isSpacedPath(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "{[<".indexOf(c) >= 0 ? 1 : "}]>".indexOf(c) >= 0 ? -1 : 0;
            if ((c == ' ' && depth == 0 && !isNameWithBlank(text, i)) || "(=|;\"'".indexOf(c) >= 0) {
                return false;
            }
        }
        return text.indexOf(' ') > 0 && !text.contains("://") && text.charAt(0) != '-' && text.charAt(0) != '<';
    }

    /** A blank in the name itself, such as {@code docs/Release Notes.md}; of a command the first word has no folder. */
    private static boolean isNameWithBlank(String text, int blank) {
        int first = text.indexOf('/');
        return first > 0 && first < blank && text.indexOf('/', blank) < 0;
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

    private static boolean isFile(String text, Set<String> extensions) {
        int dot = text.lastIndexOf('.');
        boolean kind = text.startsWith(".", text.lastIndexOf('/') + 1) && text.endsWith(".md");
        boolean named = !kind && dot > 0 && text.charAt(dot - 1) != '/' && text.charAt(dot - 1) != '*';
        return named && extensions.contains(extension(text));
    }

    private static String extension(String text) {
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isPathPart(String raw, int i) {
        char c = raw.charAt(i);
        boolean escaped = c == '\\' && i + 1 < raw.length() && raw.charAt(i + 1) == '_';
        return escaped || isPathPart(c);
    }

    private static boolean isPathPart(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "_./{}<>$*-[]:~".indexOf(c) >= 0);
    }
}
