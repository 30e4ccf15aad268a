package dev.cadre.tools.builtin;

import dev.cadre.tools.Parameter;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.Tools;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.search.FileSelection;
import dev.cadre.tools.search.FileWalk;
import dev.cadre.tools.search.Glob;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds files by their names. */
public final class GlobTool {

    private static final int MAX_RESULTS = 100;

    private GlobTool() {}

    record Input(
            @NotBlank @Parameter("The pattern, such as \"**/*.java\" or \"src/**/*.{ts,tsx}\".")
            String pattern,

            @Parameter("The folder in which to look; the workspace when absent.") @Nullable
            String path) {

        GlobPlace place() {
            return GlobPlace.of(pattern, path == null || path.isEmpty() ? "." : path);
        }
    }

    /** Makes the tool. */
    public static Tool create() {
        return Tools.tool(
                "Glob",
                "Finds files by a pattern of their paths: * and ? within a name, ** across folders, [a-z], {a,b}. "
                        + "Returns up to " + MAX_RESULTS + " paths relative to the workspace, the last changed first. "
                        + "Hidden and ignored files are found too.",
                Input.class,
                input -> List.of(new Access.Read(input.place().folder())),
                GlobTool::find);
    }

    private static ToolOutput find(Input input, ToolContext context) {
        GlobPlace place = input.place();
        SearchRoot root = SearchRoot.of(place.folder(), context);
        if (!root.isFolder()) {
            throw new ToolFailureException("\"" + place.folder() + "\" is no folder.");
        }
        List<Workspace.Entry> found = new ArrayList<>(walk(place, root, context));
        found.sort(Comparator.comparing(Workspace.Entry::modified).reversed().thenComparing(Workspace.Entry::path));
        Predicate<String> readable = SearchRoot.readable(context);
        List<String> paths = found.stream()
                .map(Workspace.Entry::path)
                .filter(readable)
                .limit(MAX_RESULTS + 1)
                .toList();
        return output(paths);
    }

    private static Queue<Workspace.Entry> walk(GlobPlace place, SearchRoot root, ToolContext context) {
        Glob glob = place.glob();
        int skipped = root.relative().isEmpty() ? 0 : root.relative().length() + 1;
        Queue<Workspace.Entry> found = new ConcurrentLinkedQueue<>();
        FileSelection selection = place.wantsGit()
                ? FileSelection.everything()
                : FileSelection.everything().withoutFolder(".git");
        FileWalk walk = new FileWalk(
                selection,
                (folder, file) -> {
                    if (glob.matches(file.path().substring(skipped), false)) {
                        found.add(file);
                    }
                },
                context.cancellation());
        try {
            walk.walk(context.workspace(), root.path(), root.relative());
        } catch (CancellationException e) {
            throw new ToolFailureException("The search was cancelled.");
        }
        return found;
    }

    private static ToolOutput output(List<String> paths) {
        if (paths.isEmpty()) {
            return new ToolOutput(
                    ToolOutput.text("No files found.").content(), false, Map.of("files", 0, "truncated", false));
        }
        boolean truncated = paths.size() > MAX_RESULTS;
        List<String> shown = truncated ? paths.subList(0, MAX_RESULTS) : paths;
        String notice = truncated ? "\n[More than " + MAX_RESULTS + " files match; use a narrower pattern.]" : "";
        return new ToolOutput(
                ToolOutput.text(String.join("\n", shown) + notice).content(),
                false,
                Map.of("files", shown.size(), "truncated", truncated));
    }
}
