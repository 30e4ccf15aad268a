package dev.cadre.tools;

import dev.cadre.tools.Workspace.Entry;
import dev.cadre.tools.Workspace.Folder;
import dev.cadre.tools.Workspace.FolderVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Is one folder of a local walk. */
final class LocalVisit implements Folder {

    private final HeldFolder held;
    private final String path;
    private final List<Entry> entries;
    private final List<LocalWalk.Descent> descents = new ArrayList<>();

    LocalVisit(HeldFolder held, String path, List<Entry> entries) {
        this.held = held;
        this.path = path;
        this.entries = entries;
    }

    List<LocalWalk.Descent> descents() {
        return descents;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public InputStream open(Entry file) {
        WalkThread.opening(true);
        try {
            return held.folder().file(Path.of(file.name()));
        } catch (IOException e) {
            throw LocalWorkspace.failed(file.path(), "read", e);
        } catch (InvalidPathException e) {
            throw new WorkspaceException("\"" + file.path() + "\" can't be read: this system can't write its name", e);
        } finally {
            WalkThread.opening(false);
        }
    }

    @Override
    public void descend(Entry folder, FolderVisitor visitor) {
        descents.add(new LocalWalk.Descent(held, folder, visitor, 0));
    }
}
