package dev.cadre.tools;

import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Is a workspace without a disk, which shows what a service has to implement. */
public final class InMemoryWorkspace implements Workspace {

    private static final Path ROOT = Path.of("/memory");

    private record Content(String latin1, Instant modified) {

        static Content of(byte[] bytes, Instant modified) {
            return new Content(new String(bytes, StandardCharsets.ISO_8859_1), modified);
        }

        byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final Map<String, Content> files = new TreeMap<>();
    private long clock;

    /** Makes an empty workspace. */
    public InMemoryWorkspace() {}

    /** Puts a text file; each is a second younger than the one before. */
    public synchronized InMemoryWorkspace put(String path, String text) {
        files.put(path, Content.of(text.getBytes(StandardCharsets.UTF_8), Instant.ofEpochSecond(clock++)));
        return this;
    }

    /** Returns what a text file holds. */
    public synchronized String get(String path) {
        return new String(files.get(path).bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String root() {
        return ROOT.toString();
    }

    @Override
    public ResolvedPath resolve(String path) {
        if (path.isBlank()) {
            throw new PathRefusedException("the path is empty");
        }
        Path absolute = ROOT.resolve(path).normalize();
        return new ResolvedPath(absolute.toString(), absolute.toString(), absolute.startsWith(ROOT));
    }

    private static String key(ResolvedPath path) {
        if (!path.inside()) {
            throw new PathRefusedException(path.literal() + " is outside the workspace");
        }
        return ROOT.relativize(Path.of(path.real())).toString();
    }

    @Override
    public synchronized InputStream open(ResolvedPath path) {
        Content content = files.get(key(path));
        if (content == null) {
            throw new WorkspaceException(path.literal() + " does not exist", null);
        }
        return new ByteArrayInputStream(content.bytes());
    }

    @Override
    public synchronized void write(ResolvedPath path, byte[] content) {
        files.put(key(path), Content.of(content, Instant.ofEpochSecond(clock++)));
    }

    @Override
    public synchronized Optional<Entry> entry(ResolvedPath path) {
        return entry(key(path));
    }

    private Optional<Entry> entry(String key) {
        Content content = files.get(key);
        if (content != null) {
            return Optional.of(new Entry(key, Kind.FILE, content.latin1.length(), content.modified));
        }
        boolean folder = key.isEmpty() || files.keySet().stream().anyMatch(file -> file.startsWith(key + "/"));
        return folder ? Optional.of(new Entry(key, Kind.FOLDER, 0, Instant.EPOCH)) : Optional.empty();
    }

    @Override
    public synchronized void walk(ResolvedPath folder, FolderVisitor visitor) {
        walk(key(folder), visitor);
    }

    private void walk(String folder, FolderVisitor visitor) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<Entry> entries = files.keySet().stream()
                .filter(file -> file.startsWith(prefix))
                .map(file -> prefix + file.substring(prefix.length()).split("/", -1)[0])
                .distinct()
                .map(key -> entry(key).orElseThrow())
                .toList();
        List<Runnable> descents = new ArrayList<>();
        visitor.visit(new Folder() {
            @Override
            public String path() {
                return folder;
            }

            @Override
            public List<Entry> entries() {
                return entries;
            }

            @Override
            public InputStream open(Entry file) {
                return new ByteArrayInputStream(files.get(file.path()).bytes());
            }

            @Override
            public void descend(Entry below, FolderVisitor with) {
                descents.add(() -> walk(below.path(), with));
            }
        });
        descents.forEach(Runnable::run);
    }
}
