package dev.cadre.llm.offline;

import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The smallest tools that do what their names promise, over one folder; any of them can be made to refuse. */
final class FakeTools {

    static final List<String> ALL = List.of("Read", "Write", "Glob", "Grep", "TodoWrite");

    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "Read", List.of("file_path", "offset", "limit"),
            "Write", List.of("file_path", "content"),
            "Glob", List.of("pattern", "path"),
            "Grep", List.of("pattern", "path", "output_mode", "-i", "-n", "head_limit"),
            "TodoWrite", List.of("todos"));

    private final Path root;
    private final Set<String> refused = new LinkedHashSet<>();
    private int listLimit = 1000;

    FakeTools(Path root) {
        this.root = root;
    }

    FakeTools refusing(String... tools) {
        refused.addAll(List.of(tools));
        return this;
    }

    FakeTools listingAtMost(int files) {
        listLimit = files;
        return this;
    }

    static List<ToolSpec> specs(List<String> names) {
        return names.stream()
                .map(name -> {
                    Map<String, Object> properties = new LinkedHashMap<>();
                    PARAMETERS.get(name).forEach(parameter -> properties.put(parameter, Map.of()));
                    return new ToolSpec(name, name, Map.of("properties", properties));
                })
                .toList();
    }

    ToolResult run(ToolCall call) {
        if (refused.contains(call.name())) {
            return ToolResult.error(call.id(), "Denied by a rule: " + call.name());
        }
        if (!PARAMETERS.get(call.name()).containsAll(call.input().keySet())) {
            return ToolResult.error(
                    call.id(), "unknown parameter in " + call.input().keySet());
        }
        try {
            return switch (call.name()) {
                case "Read" -> read(call);
                case "Write" -> write(call);
                case "Glob" ->
                    ToolResult.of(call.id(), glob((String) call.input().get("pattern")));
                case "Grep" -> ToolResult.of(call.id(), grep(call.input()));
                default -> ToolResult.of(call.id(), "ok");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ToolResult read(ToolCall call) throws IOException {
        Path file = root.resolve((String) call.input().get("file_path"));
        if (!Files.isRegularFile(file)) {
            return ToolResult.error(call.id(), "\"" + call.input().get("file_path") + "\" does not exist.");
        }
        StringBuilder text = new StringBuilder();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            text.append("%6d\t%s\n".formatted(i + 1, lines.get(i)));
        }
        return ToolResult.of(call.id(), text.toString());
    }

    private ToolResult write(ToolCall call) throws IOException {
        Path file = root.resolve((String) call.input().get("file_path"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, (String) call.input().get("content"));
        return ToolResult.of(call.id(), "Created");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String glob(String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        PathMatcher atTop = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceFirst("^\\*\\*/", ""));
        return files().stream()
                .filter(file -> matcher.matches(Path.of(file)) || atTop.matches(Path.of(file)))
                .limit(listLimit)
                .collect(Collectors.joining("\n"));
    }

    private String grep(Map<String, Object> input) throws IOException {
        Pattern pattern =
                Pattern.compile((String) input.get("pattern"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<String> hits = new ArrayList<>();
        for (String file : files()) {
            List<String> lines = Files.readAllLines(root.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    hits.add(file + ":" + (i + 1) + ":" + lines.get(i));
                }
            }
        }
        if ("files_with_matches".equals(input.get("output_mode"))) {
            return hits.stream()
                    .map(hit -> hit.substring(0, hit.indexOf(':')))
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }
        return hits.stream()
                .limit(((Number) input.get("head_limit")).longValue())
                .collect(Collectors.joining("\n"));
    }
}
