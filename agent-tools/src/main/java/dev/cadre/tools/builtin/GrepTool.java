package dev.cadre.tools.builtin;

import dev.cadre.tools.Parameter;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolInputException;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.Tools;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.search.FileSelection;
import dev.cadre.tools.search.FileTypes;
import dev.cadre.tools.search.GlobSyntaxException;
import dev.cadre.tools.search.SearchRequest;
import dev.cadre.tools.search.SearchRequest.Want;
import dev.cadre.tools.search.TextPattern;
import dev.cadre.tools.search.TextPatternException;
import dev.cadre.tools.search.TreeSearch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Searches the content of files. */
public final class GrepTool {

    private static final int HEAD_LIMIT = 250;
    private static final long SECONDS = 30;

    private GrepTool() {}

    enum OutputMode {
        FILES_WITH_MATCHES,
        CONTENT,
        COUNT
    }

    record Input(
            @NotNull @Parameter("The regular expression, in ripgrep's syntax.")
            String pattern,

            @Parameter("The file or folder to search; the workspace when absent.") @Nullable
            String path,

            @Parameter("Searches only files that match this glob, such as \"*.java\" or \"!*.min.js\".") @Nullable
            String glob,

            @Parameter("Searches only files of this type, such as java, js, py, md.") @Nullable
            String type,

            @Parameter("\"files_with_matches\" (default) lists files, \"content\" shows lines, \"count\" counts.")
            @Nullable
            OutputMode outputMode,

            @Parameter(value = "Ignores case.", name = "-i") @Nullable
            Boolean ignoreCase,

            @Parameter(value = "Shows line numbers, with content; true when absent.", name = "-n") @Nullable
            Boolean lineNumbers,

            @Parameter(value = "Shows only the parts of lines that match, with content.", name = "-o") @Nullable
            Boolean onlyMatching,

            @Min(0)
            @Max(1000)
            @Parameter(value = "Lines to show after each match, with content.", name = "-A")
            @Nullable
            Integer after,

            @Min(0)
            @Max(1000)
            @Parameter(value = "Lines to show before each match, with content.", name = "-B")
            @Nullable
            Integer before,

            @Min(0)
            @Max(1000)
            @Parameter(value = "Lines to show around each match, with content.", name = "-C")
            @Nullable
            Integer around,

            @Min(0) @Max(1000) @Parameter("The same as -C.") @Nullable
            Integer context,

            @Min(0) @Parameter("How many lines, files or counts to return; 250 when absent, 0 for all.") @Nullable
            Integer headLimit,

            @Min(0) @Parameter("How many lines, files or counts to pass over first.") @Nullable
            Integer offset,

            @Parameter("Lets a match span lines, and a dot match line ends.") @Nullable
            Boolean multiline) {

        Input {
            if (pattern.isEmpty()) {
                throw new ToolInputException("\"pattern\" is empty");
            }
        }

        String place() {
            return path == null || path.isEmpty() ? "." : path;
        }

        OutputMode mode() {
            return outputMode == null ? OutputMode.FILES_WITH_MATCHES : outputMode;
        }

        int limit() {
            return headLimit == null ? HEAD_LIMIT : headLimit == 0 ? Integer.MAX_VALUE : headLimit;
        }

        int skipped() {
            return offset == null ? 0 : offset;
        }

        SearchRequest request() {
            try {
                TextPattern compiled =
                        TextPattern.compile(pattern, Boolean.TRUE.equals(ignoreCase), Boolean.TRUE.equals(multiline));
                if (want() == Want.PARTS || (compiled.isMultiline() && want() != Want.FILES)) {
                    compiled = compiled.withBounds();
                }
                int both = first(around, first(context, 0));
                long lines = Math.min((long) limit() + skipped() + 1, MAX_LINES);
                return new SearchRequest(compiled, want(), first(before, both), first(after, both), (int) lines);
            } catch (TextPatternException e) {
                throw new ToolInputException(String.valueOf(e.getMessage()));
            }
        }

        private static int first(@Nullable Integer value, int otherwise) {
            return value == null ? otherwise : value;
        }

        private Want want() {
            return switch (mode()) {
                case FILES_WITH_MATCHES -> Want.FILES;
                case COUNT -> Want.COUNTS;
                case CONTENT -> Boolean.TRUE.equals(onlyMatching) ? Want.PARTS : Want.LINES;
            };
        }

        FileSelection selection() {
            try {
                FileSelection selection = FileSelection.visible();
                if (glob != null && !glob.isBlank()) {
                    selection = selection.withGlob(glob);
                }
                return type == null
                        ? selection
                        : selection.withTypes(FileTypes.globs(type).orElseThrow(this::noType));
            } catch (GlobSyntaxException e) {
                throw new ToolInputException(String.valueOf(e.getMessage()));
            }
        }

        private ToolInputException noType() {
            return new ToolInputException(
                    "unknown type \"" + type + "\"; use glob, or one of " + String.join(", ", FileTypes.names()));
        }

        List<Access> accesses() {
            // Compiled here too, so that what is malformed is refused before anybody is asked.
            request();
            selection();
            return List.of(new Access.Read(place()));
        }
    }

    private static final int MAX_LINES = 100_000;

    /** Makes the tool. */
    public static Tool create() {
        return Tools.tool(
                "Grep",
                "Searches file contents with a regular expression, as ripgrep does: hidden, ignored and binary files "
                        + "are left out. Paths are relative to the workspace, sorted. There are no backreferences and no "
                        + "lookaround.",
                Input.class,
                Input::accesses,
                GrepTool::search);
    }

    private static ToolOutput search(Input input, ToolContext context) {
        SearchRequest request = input.request();
        SearchRoot root = SearchRoot.of(input.place(), context);
        TreeSearch search = new TreeSearch(
                request,
                request.maxLines(),
                SearchRoot.readable(context),
                context.cancellation(),
                System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS));
        try {
            if (root.isFolder()) {
                search.searchFolder(context.workspace(), root.path(), root.relative(), input.selection());
            } else {
                search.searchFile(context.workspace(), root.path());
            }
        } catch (CancellationException e) {
            throw new ToolFailureException("The search was cancelled.");
        }
        return new GrepOutput(input, search).output();
    }
}
