package dev.cadre.tools.builtin;

import dev.cadre.tools.Parameter;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolInputException;
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
import org.jspecify.annotations.Nullable;

/** Replaces exact text in files. */
public final class EditTool {

    private EditTool() {}

    record Input(
            @NotBlank @Parameter("The file, absolute or relative to the workspace.")
            String filePath,

            @NotNull
            @Parameter("The text to replace, exactly as in the file, without line numbers. Empty to create a file.")
            String oldString,

            @NotNull @Parameter("The text to put in its place.")
            String newString,

            @Parameter("Whether to replace every occurrence; else the text must occur exactly once.") @Nullable
            Boolean replaceAll) {

        Input {
            if (oldString.equals(newString)) {
                throw new ToolInputException("\"old_string\" and \"new_string\" are equal; nothing would change");
            }
        }

        boolean everywhere() {
            return Boolean.TRUE.equals(replaceAll);
        }
    }

    /** Makes the tool. */
    public static Tool create() {
        return Tools.tool(
                "Edit",
                "Replaces text in a file that has been read before. The old text must match exactly, blanks included, "
                        + "and must occur exactly once unless replace_all is true.",
                Input.class,
                input -> List.of(new Access.Write(input.filePath())),
                EditTool::preview,
                EditTool::edit);
    }

    private static List<String> preview(Input input, ToolContext context) {
        if (input.oldString().isEmpty()) {
            return TextDiff.of("", input.newString());
        }
        byte[] content = context.workspace().read(context.resolve(input.filePath()), FileLimits.EDIT_BYTES);
        byte[] changed =
                Replacement.of(content, input.oldString(), input.newString()).apply();
        return TextDiff.of(new String(content, StandardCharsets.UTF_8), new String(changed, StandardCharsets.UTF_8));
    }

    private static ToolOutput edit(Input input, ToolContext context) {
        ResolvedPath path = context.resolve(input.filePath());
        Optional<Workspace.Entry> entry = context.workspace().entry(path);
        if (input.oldString().isEmpty()) {
            return create(input, context, path, entry);
        }
        if (entry.isEmpty()) {
            throw failure(input, "does not exist; give an empty old_string to create it.");
        }
        if (entry.get().kind() != Workspace.Kind.FILE) {
            throw failure(input, "is no regular file.");
        }
        if (entry.get().size() > FileLimits.EDIT_BYTES) {
            throw failure(input, "is larger than " + FileLimits.EDIT_BYTES + " bytes, the most that Edit takes.");
        }
        byte[] content = context.workspace().read(path, FileLimits.EDIT_BYTES);
        SeenFiles.Seen seen = SeenFiles.of(context).seen(path, content);
        if (seen == SeenFiles.Seen.NOT) {
            throw failure(input, "has not been read; read it before you edit it.");
        }
        if (seen == SeenFiles.Seen.PARTLY) {
            throw failure(input, "has been read in part only; read the lines that you edit, with offset and limit.");
        }
        Replacement replacement = Replacement.of(content, input.oldString(), input.newString());
        refuseAmbiguous(input, replacement, seen);
        return save(input, context, path, replacement);
    }

    private static ToolOutput create(
            Input input, ToolContext context, ResolvedPath path, Optional<Workspace.Entry> entry) {
        if (entry.isPresent()
                && (entry.get().kind() != Workspace.Kind.FILE || entry.get().size() > 0)) {
            throw failure(input, "exists; an empty old_string is for new and empty files.");
        }
        byte[] content = input.newString().getBytes(StandardCharsets.UTF_8);
        context.workspace().write(path, content);
        SeenFiles.of(context).saw(path, content);
        return output("Created \"" + input.filePath() + "\".", path, 1);
    }

    private static void refuseAmbiguous(Input input, Replacement replacement, SeenFiles.Seen seen) {
        if (replacement.count() == 0) {
            throw failure(
                    input,
                    "does not hold old_string"
                            + (seen == SeenFiles.Seen.OTHERWISE
                                    ? ", and has changed since it was read; read it again."
                                    : "."));
        }
        if (replacement.count() > 1 && !input.everywhere()) {
            throw failure(
                    input,
                    "holds old_string " + replacement.count()
                            + " times; give more of the text around it, or set replace_all.");
        }
    }

    private static ToolOutput save(Input input, ToolContext context, ResolvedPath path, Replacement replacement) {
        byte[] changed = replacement.apply();
        context.workspace().write(path, changed);
        SeenFiles.of(context).saw(path, changed);
        return output(
                "Edited \"" + input.filePath() + "\" in " + Words.count(replacement.count(), "place") + ":\n"
                        + replacement.excerpt(),
                path,
                replacement.count());
    }

    private static ToolOutput output(String text, ResolvedPath path, int places) {
        return new ToolOutput(
                ToolOutput.text(text).content(), false, Map.of("path", path.real(), "replacements", places));
    }

    private static ToolFailureException failure(Input input, String what) {
        return new ToolFailureException("\"" + input.filePath() + "\" " + what);
    }
}
