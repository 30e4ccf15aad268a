package dev.cadre.tools.search;

import dev.cadre.tools.Workspace;
import dev.cadre.tools.WorkspaceException;
import dev.cadre.tools.search.IgnoreFile.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the ignore files that concern one folder: its own and those of the folders above it. Immutable. */
final class IgnoreRules {

    private static final int MAX_BYTES = 1 << 20;

    // A file of an earlier name is asked first, whatever its depth.
    private static final List<String> NAMES = List.of(".rgignore", ".ignore", ".gitignore");

    static final IgnoreRules NONE = new IgnoreRules(null, "", List.of());

    private final @Nullable IgnoreRules above;
    private final String folder;
    private final List<IgnoreFile> files;

    private IgnoreRules(@Nullable IgnoreRules above, String folder, List<IgnoreFile> files) {
        this.above = above;
        this.folder = folder;
        this.files = files;
    }

    /** Adds the ignore files of a folder below. */
    IgnoreRules in(Workspace.Folder folder) {
        List<IgnoreFile> own = new ArrayList<>(List.of(IgnoreFile.EMPTY, IgnoreFile.EMPTY, IgnoreFile.EMPTY));
        boolean found = false;
        for (Workspace.Entry entry : folder.entries()) {
            int kind = entry.kind() == Workspace.Kind.FILE ? NAMES.indexOf(entry.name()) : -1;
            if (kind >= 0) {
                own.set(kind, read(folder, entry));
                found = true;
            }
        }
        return found ? new IgnoreRules(this, folder.path(), own) : this;
    }

    private static IgnoreFile read(Workspace.Folder folder, Workspace.Entry file) {
        try (InputStream in = folder.open(file)) {
            return IgnoreFile.parse(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        } catch (IOException | WorkspaceException e) {
            return IgnoreFile.EMPTY;
        }
    }

    /** Returns what the files say of a path relative to the workspace's root. */
    Verdict verdict(String path, boolean isFolder) {
        for (int kind = 0; kind < NAMES.size(); kind++) {
            for (IgnoreRules at = this; at != null && at.above != null; at = at.above) {
                String relative = at.folder.isEmpty() ? path : path.substring(at.folder.length() + 1);
                Verdict verdict = at.files.get(kind).verdict(relative, isFolder);
                if (verdict != Verdict.NONE) {
                    return verdict;
                }
            }
        }
        return Verdict.NONE;
    }
}
