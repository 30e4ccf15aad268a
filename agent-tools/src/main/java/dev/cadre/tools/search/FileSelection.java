package dev.cadre.tools.search;

import dev.cadre.tools.Workspace;
import dev.cadre.tools.search.IgnoreFile.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says which files of a tree are looked at. The rules are ripgrep's. Immutable. */
public final class FileSelection {

    private record Filter(Glob glob, boolean excludes) {}

    private final boolean hidden;
    private final boolean ignoreFiles;
    private final List<Filter> filters;
    private final List<Glob> types;

    private FileSelection(boolean hidden, boolean ignoreFiles, List<Filter> filters, List<Glob> types) {
        this.hidden = hidden;
        this.ignoreFiles = ignoreFiles;
        this.filters = filters;
        this.types = types;
    }

    /** Selects what ignore files do not exclude, without names that begin with a dot. */
    public static FileSelection visible() {
        return new FileSelection(false, true, List.of(), List.of());
    }

    /** Selects everything. */
    public static FileSelection everything() {
        return new FileSelection(true, false, List.of(), List.of());
    }

    /**
     * Selects only what a glob matches, also where ignore files exclude it; or, with {@code !} in front, all but that.
     * The last glob that matches holds. Globs are relative to the workspace's root.
     *
     * @throws GlobSyntaxException if the text is no glob
     */
    public FileSelection withGlob(String glob) {
        List<Filter> more = new ArrayList<>(filters);
        boolean excludes = glob.startsWith("!");
        more.add(new Filter(Glob.parse(excludes ? glob.substring(1) : glob), excludes));
        return new FileSelection(hidden, ignoreFiles, Collections.unmodifiableList(more), types);
    }

    /** Selects nothing in folders of a name, wherever they are. */
    public FileSelection withoutFolder(String name) {
        return withGlob("!" + name + "/");
    }

    /** Selects only files whose names are of a type. */
    public FileSelection withTypes(List<Glob> types) {
        return new FileSelection(hidden, ignoreFiles, filters, types);
    }

    boolean usesIgnoreFiles() {
        return ignoreFiles;
    }

    boolean selects(Workspace.Entry entry, IgnoreRules rules) {
        boolean folder = entry.kind() == Workspace.Kind.FOLDER;
        Verdict verdict = overridden(entry.path(), folder);
        if (verdict != Verdict.NONE) {
            return verdict == Verdict.KEPT;
        }
        verdict = ignoreFiles ? rules.verdict(entry.path(), folder) : Verdict.NONE;
        if (verdict == Verdict.IGNORED) {
            return false;
        }
        boolean kept = verdict == Verdict.KEPT;
        if (!types.isEmpty() && !folder) {
            if (types.stream().noneMatch(type -> type.matches(entry.path(), false))) {
                return false;
            }
            kept = true;
        }
        return kept || hidden || !entry.name().startsWith(".");
    }

    private Verdict overridden(String path, boolean folder) {
        for (int i = filters.size() - 1; i >= 0; i--) {
            if (filters.get(i).glob.matches(path, folder)) {
                return filters.get(i).excludes ? Verdict.IGNORED : Verdict.KEPT;
            }
        }
        boolean only = filters.stream().anyMatch(filter -> !filter.excludes);
        return only && !folder ? Verdict.IGNORED : Verdict.NONE;
    }
}
