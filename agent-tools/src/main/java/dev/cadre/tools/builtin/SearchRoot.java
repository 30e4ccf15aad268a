package dev.cadre.tools.builtin;

import dev.cadre.tools.ToolContext;
import dev.cadre.tools.ToolFailureException;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.util.function.Predicate;

/** Is the file or folder in which a search begins. */
record SearchRoot(ResolvedPath path, String relative, boolean isFolder) {

    static SearchRoot of(String given, ToolContext context) {
        ResolvedPath path = context.resolve(given);
        Workspace workspace = context.workspace();
        Workspace.Entry entry =
                workspace.entry(path).orElseThrow(() -> new ToolFailureException("\"" + given + "\" does not exist."));
        return new SearchRoot(path, entry.path(), entry.kind() == Workspace.Kind.FOLDER);
    }

    /** Returns a test that leaves out what the rules do not let this run see. */
    static Predicate<String> readable(ToolContext context) {
        String root = context.workspace().root();
        return path -> {
            try {
                return context.readable(context.workspace().resolve(root + "/" + path));
            } catch (PathRefusedException e) {
                return false;
            }
        };
    }
}
