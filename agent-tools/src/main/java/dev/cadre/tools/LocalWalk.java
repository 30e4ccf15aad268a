package dev.cadre.tools;

import dev.cadre.tools.Workspace.Entry;
import dev.cadre.tools.Workspace.Folder;
import dev.cadre.tools.Workspace.FolderVisitor;
import dev.cadre.tools.Workspace.Kind;
import dev.cadre.tools.path.OpenFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Visits the folders of a local tree, one after another. */
final class LocalWalk {

    private static final int MAX_DEPTH = 200;

    private LocalWalk() {}

    static void walk(OpenFolder folder, String path, FolderVisitor visitor) throws IOException {
        try (folder) {
            visit(folder, path, visitor, 0);
        }
    }

    private static void visit(OpenFolder open, String path, FolderVisitor visitor, int depth) throws IOException {
        Visit visit = new Visit(open, path, entries(open, path));
        visitor.visit(visit);
        for (Descent descent : visit.descents) {
            if (depth == MAX_DEPTH) {
                visitor.unreadable(descent.folder.path(), "it is more than " + MAX_DEPTH + " folders deep");
                continue;
            }
            try (OpenFolder child = open.folder(Path.of(descent.folder.name()))) {
                visit(child, descent.folder.path(), descent.visitor, depth + 1);
            } catch (IOException e) {
                visitor.unreadable(descent.folder.path(), LocalWorkspace.reason(e));
            }
        }
    }

    private static List<Entry> entries(OpenFolder open, String path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path name : open.list()) {
            try {
                entries.add(entry(path.isEmpty() ? name.toString() : path + "/" + name, open.look(name)));
            } catch (IOException e) {
                // It went away since the folder was listed.
            }
        }
        return entries;
    }

    static Entry entry(String path, BasicFileAttributes attributes) {
        Kind kind = attributes.isRegularFile() ? Kind.FILE : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
        return new Entry(
                path,
                kind,
                kind == Kind.FILE ? attributes.size() : 0,
                attributes.lastModifiedTime().toInstant());
    }

    private record Descent(Entry folder, FolderVisitor visitor) {}

    private static final class Visit implements Folder {

        private final OpenFolder open;
        private final String path;
        private final List<Entry> entries;
        private final List<Descent> descents = new ArrayList<>();

        Visit(OpenFolder open, String path, List<Entry> entries) {
            this.open = open;
            this.path = path;
            this.entries = entries;
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
            try {
                return open.file(Path.of(file.name()));
            } catch (IOException e) {
                throw LocalWorkspace.failed(file.path(), "read", e);
            }
        }

        @Override
        public void descend(Entry folder, FolderVisitor visitor) {
            descents.add(new Descent(folder, visitor));
        }
    }
}
