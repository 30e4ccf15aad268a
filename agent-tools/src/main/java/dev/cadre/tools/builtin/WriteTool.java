package dev.cadre.tools.builtin;

import dev.cadre.tools.Parameter;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.Tools;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.ResolvedPath;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes whole files. */
public final class WriteTool {

    private WriteTool() {}

    record Input(
            @NotBlank @Parameter("The file, absolute or relative to the workspace.")
            String filePath,

            @NotNull @Parameter("All that the file shall hold.")
            String content) {}

    /** Makes the tool. */
    public static Tool create() {
        return Tools.tool(
                "Write",
                "Writes a whole file, making folders that lack. A file that exists must have been read before, and "
                        + "is replaced; use Edit to change a part of it.",
                Input.class,
                input -> List.of(new Access.Write(input.filePath())),
                WriteTool::preview,
                WriteTool::write);
    }

    private static List<String> preview(Input input, ToolContext context) {
        ResolvedPath path = context.resolve(input.filePath());
        boolean isFile = context.workspace()
                .entry(path)
                .filter(entry -> entry.kind() == Workspace.Kind.FILE)
                .isPresent();
        byte[] old = isFile ? context.workspace().read(path, FileLimits.EDIT_BYTES) : new byte[0];
        return TextDiff.of(new String(old, StandardCharsets.UTF_8), input.content());
    }

    private static ToolOutput write(Input input, ToolContext context) {
        ResolvedPath path = context.resolve(input.filePath());
        Optional<Workspace.Entry> old = context.workspace().entry(path);
        if (old.isPresent()) {
            refuseUnseen(input, context, path, old.get());
        }
        byte[] content = input.content().getBytes(StandardCharsets.UTF_8);
        context.workspace().write(path, content);
        SeenFiles.of(context).saw(path, content);
        return new ToolOutput(
                ToolOutput.text((old.isPresent() ? "Replaced \"" : "Created \"") + input.filePath() + "\" ("
                                + Words.count(input.content().lines().count(), "line") + ").")
                        .content(),
                false,
                Map.of("path", path.real(), "created", old.isEmpty()));
    }

    private static void refuseUnseen(Input input, ToolContext context, ResolvedPath path, Workspace.Entry old) {
        if (old.kind() != Workspace.Kind.FILE) {
            throw new ToolFailureException("\"" + input.filePath() + "\" is no regular file.");
        }
        byte[] content = context.workspace().read(path, FileLimits.EDIT_BYTES);
        String advice = switch (SeenFiles.of(context).seen(path, content)) {
            case NOT -> "exists and has not been read; read it before you replace it.";
            case PARTLY -> "has been read in part only; read the rest before you replace it.";
            case OTHERWISE -> "has changed since it was read; read it again before you replace it.";
            case AS_IT_IS -> "";
        };
        if (!advice.isEmpty()) {
            throw new ToolFailureException("\"" + input.filePath() + "\" " + advice);
        }
    }
}
