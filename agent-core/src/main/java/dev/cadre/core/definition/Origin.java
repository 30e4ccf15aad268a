package dev.cadre.core.definition;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cadre.core.diagnostic.Span;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where a definition comes from: its dialect, the source, and the place of each value.
 *
 * <p>Paths name values as in the frontmatter: {@code name}, {@code tools[0]}, {@code tools.permissions.network}.
 * Immutable.
 */
public final class Origin {

    private static final int NUMBERS = 6;

    // Kept once, not once a definition.
    private static final Map<String, String> COMMON = Stream.of(
                    "name",
                    "description",
                    "tools",
                    "tools.allow",
                    "tools[0]",
                    "tools[1]",
                    "tools[2]",
                    "tools[3]",
                    "disallowedTools",
                    "model",
                    "color",
                    "permissionMode",
                    "mode",
                    "temperature",
                    "maxTurns",
                    "skills",
                    "version",
                    "author",
                    "tags",
                    "category",
                    "metadata")
            .collect(toUnmodifiableMap(path -> path, path -> path));

    private final Dialect dialect;
    private final String sourceName;
    private final int bodyLine;
    private final String[] paths;
    // Six numbers a path: spans as objects would outweigh short definitions.
    private final int[] numbers;

    private Origin(Dialect dialect, String sourceName, int bodyLine, String[] paths, int[] numbers) {
        this.dialect = dialect;
        this.sourceName = sourceName;
        this.bodyLine = bodyLine;
        this.paths = paths;
        this.numbers = numbers;
    }

    /** Returns the origin of a definition that was built in code. */
    static Origin code(String name) {
        return new Origin(Dialect.CLAUDE, name, 1, new String[0], new int[0]);
    }

    static Spans spans() {
        return new Spans();
    }

    /** Returns the format that the source is written in. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns what people call the source, such as a path. */
    public String sourceName() {
        return sourceName;
    }

    /** Returns the 1-based line of the source on which the prompt starts. */
    public int bodyLine() {
        return bodyLine;
    }

    /** Returns the place of a value; empty if the source does not hold it. Of two for one key it is the last, which counts. */
    public Optional<Span> span(String path) {
        return lastBefore(Integer.MAX_VALUE, path);
    }

    /** Returns the place of a value of the frontmatter, even where it is blank and the prompt gave another. */
    Optional<Span> frontmatterSpan(String path) {
        return lastBefore(bodyLine, path);
    }

    private Optional<Span> lastBefore(int line, String path) {
        for (int i = paths.length - 1; i >= 0; i--) {
            int at = i * NUMBERS;
            if (numbers[at] < line && paths[i].equals(path)) {
                return Optional.of(new Span(
                        numbers[at],
                        numbers[at + 1],
                        numbers[at + 2],
                        numbers[at + 3],
                        numbers[at + 4],
                        numbers[at + 5]));
            }
        }
        return Optional.empty();
    }

    /** Returns the paths of all values, in the order of the source. */
    public List<String> paths() {
        return List.of(paths);
    }

    @Override
    public String toString() {
        return sourceName + " (" + dialect.id() + ")";
    }

    /** Collects places. Not thread-safe. */
    static final class Spans {

        private final List<String> paths = new ArrayList<>();
        private int[] numbers = new int[8 * NUMBERS];

        void add(String path, Span span) {
            int at = paths.size() * NUMBERS;
            if (at == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * at);
            }
            numbers[at] = span.line();
            numbers[at + 1] = span.column();
            numbers[at + 2] = span.endLine();
            numbers[at + 3] = span.endColumn();
            numbers[at + 4] = span.offset();
            numbers[at + 5] = span.length();
            paths.add(COMMON.getOrDefault(path, path));
        }

        /** Adds the places of a value and of all values in it. */
        void locate(Problems problems, String path, Node node) {
            if (!path.isEmpty()) {
                add(path, problems.span(node));
            }
            if (node instanceof Node.Mapping mapping) {
                for (Node.Entry entry : mapping.entries()) {
                    String key = entry.key().text();
                    locate(problems, path.isEmpty() ? key : path + "." + key, entry.value());
                }
            } else if (node instanceof Node.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    locate(problems, path + "[" + i + "]", sequence.items().get(i));
                }
            }
        }

        Origin origin(Dialect dialect, String sourceName, int bodyLine) {
            int[] used = Arrays.copyOf(numbers, paths.size() * NUMBERS);
            return new Origin(dialect, sourceName, bodyLine, paths.toArray(String[]::new), used);
        }
    }
}
