package dev.cadre.llm.offline;

import dev.cadre.llm.ToolResult;
import dev.cadre.llm.offline.Passage.Line;
import dev.cadre.llm.offline.Toolbox.Wish;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds, reads and searches the files of the workspace, in bounded numbers. Confined to one answer. */
final class Library {

    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]{}\\\\!]");

    private static final int LISTED_FILES = 1_000;
    private static final int FIRST_FILES = 40;
    private static final int FOUND_FILES = 20;
    private static final int FILES_A_TURN = 8;
    private static final int TERMS = 16;
    private static final int HITS = 200;
    private static final int HITS_APART = 30;

    private final Toolbox tools;
    private final String root;
    private final Set<String> listed = new LinkedHashSet<>();
    private final Map<String, List<Line>> read = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, String>> hits = new LinkedHashMap<>();
    private int searchesApart = 24;

    /** Makes a library; paths below the root are shown relative to it. */
    Library(Toolbox tools, String root) {
        this.tools = tools;
        this.root = root.endsWith("/") ? root : root + "/";
    }

    /** Looks for named files and lists the others. */
    void list(Collection<String> names) {
        List<Wish> wishes = new ArrayList<>();
        if (tools.has("Glob")) {
            names.stream()
                    .filter(name ->
                            !name.startsWith("/") && !SPECIAL.matcher(name).find())
                    .forEach(name -> wishes.add(glob(name.startsWith("./") ? name.substring(2) : "**/" + name)));
        }
        // Glob answers in the order of change, which differs between two copies of a workspace; Grep in that of paths.
        if (tools.has("Grep")) {
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("pattern", ".");
            input.put("output_mode", "files_with_matches");
            input.put("head_limit", LISTED_FILES);
            wishes.add(new Wish("Grep", "all files", input));
        }
        List<ToolResult> results = tools.call("I look at what is in the workspace.", wishes);
        results.stream().filter(result -> !result.isError()).forEach(this::addPaths);
        boolean listed = tools.has("Grep") && !results.get(results.size() - 1).isError();
        if (!listed && tools.has("Glob")) {
            tools
                    .call(
                            "I list the files of the workspace.",
                            Stream.of("*", "**/*.md", "**/*").map(Library::glob).toList())
                    .stream()
                    .filter(result -> !result.isError())
                    .forEach(this::addPaths);
        }
    }

    private static Wish glob(String pattern) {
        return new Wish("Glob", pattern, Map.of("pattern", pattern));
    }

    private void addPaths(ToolResult result) {
        ToolText.paths(result.text()).forEach(path -> listed.add(relative(path)));
    }

    private String relative(String path) {
        String below = root.length() > 1 && path.startsWith(root) ? path.substring(root.length()) : path;
        return below.startsWith("./") ? below.substring(2) : below;
    }

    /** Returns the file that a prompt means by a name: that path, else the shallowest file that ends with it. */
    Optional<String> find(String name) {
        String wanted = relative(name).toLowerCase(Locale.ROOT);
        return listed.stream()
                .filter(path -> {
                    String lower = path.toLowerCase(Locale.ROOT);
                    return lower.equals(wanted) || lower.endsWith("/" + wanted);
                })
                .min(Comparator.comparing((String path) -> !path.equals(name))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the files that are worth reading first: documents, then what is named like something asked for. */
    List<String> worthReading(Set<String> stems, Collection<String> except) {
        return listed.stream()
                .filter(path -> FileKind.of(path) != FileKind.SKIPPED && !except.contains(path))
                .sorted(Comparator.comparingInt((String path) -> -worth(path, stems))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(FIRST_FILES)
                .toList();
    }

    private static int worth(String path, Set<String> stems) {
        int depth = path.length() - path.replace("/", "").length();
        int named = (int) Words.stems(path).stream().filter(stems::contains).count();
        return (FileKind.of(path) == FileKind.PROSE ? 20 : 0) + 4 * Math.min(named, 4) - 2 * Math.min(depth, 5);
    }

    /** Reads files, a few a turn; those that can't be read are left out. */
    void read(String saying, Collection<String> paths) {
        List<String> wanted =
                paths.stream().filter(path -> !read.containsKey(path)).toList();
        if (!tools.has("Read")) {
            return;
        }
        for (int from = 0; from < wanted.size(); from += FILES_A_TURN) {
            List<String> some = wanted.subList(from, Math.min(wanted.size(), from + FILES_A_TURN));
            List<ToolResult> results = tools.call(
                    saying + " " + String.join(", ", some),
                    some.stream()
                            .map(path -> new Wish("Read", path, Map.of("file_path", path)))
                            .toList());
            for (int i = 0; i < results.size(); i++) {
                if (!results.get(i).isError()) {
                    read.put(some.get(i), ToolText.numberedLines(results.get(i).text()));
                }
            }
        }
    }

    /** Searches the whole workspace for what the topics say; lines found outside the read files are kept. */
    void search(List<Topic> topics, Collection<String> except) {
        List<Topic> searchable =
                topics.stream().filter(topic -> !topic.aspects().isEmpty()).toList();
        if (!tools.has("Grep") || searchable.isEmpty()) {
            return;
        }
        String titles = searchable.stream().map(Topic::title).collect(Collectors.joining("; "));
        List<ToolResult> results = tools.call(
                "I look for evidence: " + titles,
                searchable.stream()
                        .map(topic -> search(topic.title(), topic.searchTerms(TERMS), HITS))
                        .toList());
        List<Wish> again = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (keepHits(results.get(i), except) >= HITS) {
                again.addAll(apart(searchable.get(i)));
            }
        }
        List<Wish> bounded = again.subList(0, Math.min(again.size(), searchesApart));
        searchesApart -= bounded.size();
        if (!bounded.isEmpty()) {
            tools.call("Too many lines were found; I look for one word at a time.", bounded)
                    .forEach(result -> keepHits(result, except));
        }
    }

    /** One frequent word hides what the others would find. */
    private static List<Wish> apart(Topic topic) {
        return topic.searchTerms(TERMS).stream()
                .map(term -> search(term, List.of(term), HITS_APART))
                .toList();
    }

    private int keepHits(ToolResult result, Collection<String> except) {
        if (result.isError()) {
            return 0;
        }
        Map<String, List<Line>> found = ToolText.hits(result.text());
        found.forEach((shown, lines) -> {
            String path = relative(shown);
            if (FileKind.of(path) != FileKind.SKIPPED && !except.contains(path)) {
                TreeMap<Integer, String> known = hits.computeIfAbsent(path, key -> new TreeMap<>());
                lines.forEach(line -> known.put(line.number(), line.text()));
            }
        });
        return found.values().stream().mapToInt(List::size).sum();
    }

    private static Wish search(String about, List<String> terms, int limit) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("pattern", terms.stream().map(Library::literal).collect(Collectors.joining("|")));
        input.put("output_mode", "content");
        input.put("-i", true);
        input.put("-n", true);
        input.put("head_limit", limit);
        return new Wish("Grep", about, input);
    }

    private static String literal(String term) {
        return Pattern.compile("[^\\p{L}\\p{N}\\p{M}]").matcher(term).replaceAll("\\\\$0");
    }

    /** Returns files that searches found and that were not read, those with the most hits first. */
    List<String> found() {
        return hits.entrySet().stream()
                .filter(entry -> !read.containsKey(entry.getKey()))
                .sorted(Comparator.comparingInt((Map.Entry<String, TreeMap<Integer, String>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(FOUND_FILES)
                .toList();
    }

    /** Returns whether all files that are listed and worth reading were read. */
    boolean isReadWhole() {
        return listed.size() < LISTED_FILES
                && listed.stream().allMatch(path -> FileKind.of(path) == FileKind.SKIPPED || read.containsKey(path));
    }

    boolean isRead(String path) {
        return read.containsKey(path);
    }

    int size() {
        return listed.size();
    }

    /** Returns all that was seen: files that were read, and found lines of those that were not. */
    List<SourceFile> files(Collection<String> except) {
        List<SourceFile> files = new ArrayList<>();
        read.forEach((path, lines) -> {
            if (!except.contains(path)) {
                files.add(new SourceFile(path, lines));
            }
        });
        hits.forEach((path, lines) -> {
            if (!read.containsKey(path)) {
                List<Line> some = new ArrayList<>();
                lines.forEach((number, text) -> some.add(new Line(number, text)));
                files.add(new SourceFile(path, some));
            }
        });
        return files;
    }
}
