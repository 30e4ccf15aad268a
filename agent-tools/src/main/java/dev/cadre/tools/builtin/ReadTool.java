package dev.cadre.tools.builtin;

import dev.cadre.llm.ContentBlock;
import dev.cadre.tools.Parameter;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.ToolOutput;
import dev.cadre.tools.Tools;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.Access;
import dev.cadre.tools.permission.ResolvedPath;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows text files with numbered lines, and images. */
public final class ReadTool {

    private ReadTool() {}

    record Input(
            @NotBlank @Parameter("The file, absolute or relative to the workspace.")
            String filePath,

            @Min(1) @Parameter("The first line to read, from 1.") @Nullable
            Integer offset,

            @Min(1) @Parameter("How many lines to read.") @Nullable
            Integer limit) {

        boolean isRange() {
            return offset != null || limit != null;
        }
    }

    /** Makes the tool. */
    public static Tool create() {
        return Tools.tool(
                "Read",
                "Reads a file. Text comes with line numbers, as cat -n shows it, up to " + FileLimits.LINES
                        + " lines unless a limit is given; images (PNG, JPEG, GIF, WebP) are shown. Folders are not "
                        + "read: use Glob for them.",
                Input.class,
                input -> List.of(new Access.Read(input.filePath())),
                ReadTool::read);
    }

    private static ToolOutput read(Input input, ToolContext context) {
        ResolvedPath path = context.resolve(input.filePath());
        Workspace.Entry entry = context.workspace()
                .entry(path)
                .orElseThrow(() -> new ToolFailureException("\"" + input.filePath() + "\" does not exist."));
        if (entry.kind() == Workspace.Kind.FOLDER) {
            throw new ToolFailureException("\"" + input.filePath() + "\" is a folder; use Glob to see what is in it.");
        }
        MessageDigest digest = SeenFiles.digest();
        try (InputStream in = new DigestInputStream(context.workspace().open(path), digest)) {
            byte[] head = in.readNBytes(FileLimits.HEAD_BYTES);
            FileKind kind = FileKind.of(head);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
            if (kind.isImage()) {
                return image(input, kind, whole);
            }
            refuseBinary(input, kind, entry);
            ToolOutput output = text(input, kind, whole, context, path, digest);
            return output;
        } catch (IOException e) {
            throw new ToolFailureException("\"" + input.filePath() + "\" can't be read: " + e.getMessage());
        }
    }

    private static void refuseBinary(Input input, FileKind kind, Workspace.Entry entry) {
        if (kind == FileKind.PDF) {
            throw new ToolFailureException(
                    "\"" + input.filePath() + "\" is a PDF document; this tool reads text and images.");
        }
        if (kind == FileKind.BINARY) {
            throw new ToolFailureException("\"" + input.filePath() + "\" is a binary file of "
                    + Words.count(entry.size(), "byte") + "; this tool reads text and images.");
        }
    }

    private static ToolOutput image(Input input, FileKind kind, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(FileLimits.IMAGE_BYTES + 1);
        if (bytes.length > FileLimits.IMAGE_BYTES) {
            throw new ToolFailureException("\"" + input.filePath() + "\" is an image of more than "
                    + FileLimits.IMAGE_BYTES + " bytes; make it smaller first.");
        }
        ContentBlock.Image image =
                new ContentBlock.Image(kind.mediaType(), Base64.getEncoder().encodeToString(bytes));
        return new ToolOutput(List.of(image), false, Map.of("bytes", bytes.length));
    }

    private static ToolOutput text(
            Input input, FileKind kind, InputStream in, ToolContext context, ResolvedPath path, MessageDigest digest)
            throws IOException {
        long first = input.offset() == null ? 1 : input.offset();
        long count = input.limit() == null ? FileLimits.LINES : input.limit();
        TextPage page =
                new TextPage(first, count, FileLimits.PAGE_CHARACTERS).read(new InputStreamReader(in, kind.charset()));
        boolean partial = !input.isRange() && page.lastShown() < page.lines();
        if (input.isRange() && page.isFull()) {
            throw new ToolFailureException("lines " + first + " to " + Math.min(first + count - 1, page.lines())
                    + " have more than " + FileLimits.PAGE_CHARACTERS + " characters; ask for fewer lines.");
        }
        SeenFiles.of(context).saw(path, SeenFiles.hex(digest), partial);
        return ToolOutput.text(page.text() + notice(first, page, partial));
    }

    private static String notice(long first, TextPage page, boolean partial) {
        if (page.lines() == 0) {
            return "[The file is empty.]\n";
        }
        if (first > page.lines()) {
            return "[Line " + first + " is past the end: the file has " + Words.count(page.lines(), "line") + ".]\n";
        }
        if (partial) {
            return "[PARTIAL view: lines 1 to " + page.lastShown() + " of " + page.lines() + ". Read on with offset "
                    + (page.lastShown() + 1) + ".]\n";
        }
        if (page.lastShown() < page.lines()) {
            return "[The file goes on: " + page.lines() + " lines in all.]\n";
        }
        return "";
    }
}
