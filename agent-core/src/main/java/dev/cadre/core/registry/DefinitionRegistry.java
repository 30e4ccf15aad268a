package dev.cadre.core.registry;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Knows the definitions of several places and which of equal names counts: the higher {@link Scope} first, within a scope
 * the place that was added first, within a place the path that comes first.
 *
 * <p>{@link #snapshot()} is immutable; {@link #reload()} reads everything again. Safe for concurrent use. Nothing is
 * skipped silently: files that are no agents, names that are shadowed and files that are refused are findings.
 *
 * <pre>{@code
 * DefinitionRegistry registry = DefinitionRegistry.builder()
 *         .project(Path.of("."))
 *         .folder(Scope.USER, home.resolve(".claude/agents"))
 *         .build();
 * AgentDefinition reviewer = registry.snapshot().get("reviewer");
 * }</pre>
 */
public final class DefinitionRegistry {

    private final List<Source> sources;
    private final DefinitionReader reader;
    private volatile Snapshot snapshot;

    private DefinitionRegistry(Builder builder) {
        this.sources = List.copyOf(builder.sources);
        this.reader = builder.reader;
        this.snapshot = Collection.of(sources, reader);
    }

    /** Starts a registry. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns what was there at the last reading. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Reads all places again and returns what is there now; snapshots that were taken before do not change. */
    public Snapshot reload() {
        return reload(List.of());
    }

    /** As {@link #reload()}, with what was found while watching. */
    Snapshot reload(List<Finding> more) {
        Snapshot fresh = Collection.of(sources, reader).with(more);
        snapshot = fresh;
        return fresh;
    }

    /**
     * Reloads whenever a file in one of the folders changes, on a daemon thread of its own, until it is closed.
     *
     * <p>A folder that can't be watched later, such as a new one when the system has no watches left, is a finding of the
     * snapshot, and is tried again at the next change.
     *
     * @throws IOException if the folders can't be watched at the start
     */
    public RegistryWatch watch(RegistryWatch.Listener listener) throws IOException {
        return RegistryWatch.start(
                this,
                sources.stream().flatMap(source -> source.folders().stream()).toList(),
                RegistryWatch::register,
                listener);
    }

    /** Collects places. Not thread-safe. */
    public static final class Builder {

        private final List<Source> sources = new ArrayList<>();
        private DefinitionReader reader = DefinitionReader.create();

        private Builder() {}

        /** Sets the reader, such as a strict one. */
        public Builder reader(DefinitionReader reader) {
            this.reader = Objects.requireNonNull(reader, "reader");
            return this;
        }

        /** Adds a folder with all below it; one that is missing holds nothing. */
        public Builder folder(Scope scope, Path folder) {
            sources.add(new FolderSource(scope, folder));
            return this;
        }

        /**
         * Adds {@code .claude/agents} of a folder and of each above it up to the root of its repository; the nearest
         * counts.
         */
        public Builder project(Path folder) {
            Path at = folder.toAbsolutePath().normalize();
            while (at != null) {
                folder(Scope.PROJECT, at.resolve(".claude").resolve("agents"));
                at = Files.exists(at.resolve(".git")) ? null : at.getParent();
            }
            return this;
        }

        /**
         * Adds the agents of a Claude Code plugin, by its root. They are known by {@code plugin:folder:name}, with the name
         * of the plugin's manifest, or of its folder if it has none.
         */
        public Builder plugin(Path root) {
            sources.add(new PluginSource(root));
            return this;
        }

        /** Adds one file; because it is named, it may be without frontmatter. */
        public Builder file(Scope scope, Path file) {
            sources.add((with, sink) -> sink.add(scope, file.toString(), with.read(file)));
            return this;
        }

        /** Adds a definition that was built or read elsewhere. */
        public Builder definition(Scope scope, AgentDefinition definition) {
            sources.add(new FixedSource(new Entry(scope, definition.origin().sourceName(), definition)));
            return this;
        }

        /** Adds a text, such as the value of an option; it may hold several definitions. */
        public Builder text(Scope scope, String sourceName, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sources.add((with, sink) ->
                    with.readAll(sourceName, bytes).forEach(reading -> sink.add(scope, sourceName, reading)));
            return this;
        }

        /**
         * Adds resources of a class loader by name, from folders or JARs; a resource of several JARs counts with the
         * first.
         */
        public Builder resources(Scope scope, ClassLoader loader, List<String> names) {
            List<String> wanted = List.copyOf(names);
            sources.add((with, sink) -> wanted.stream()
                    .sorted(Comparator.naturalOrder())
                    .forEach(name -> resource(scope, loader, name, with, sink)));
            return this;
        }

        private static void resource(
                Scope scope, ClassLoader loader, String name, DefinitionReader reader, Source.Sink sink) {
            String source = "classpath:" + name;
            try (InputStream in = loader.getResourceAsStream(name)) {
                if (in == null) {
                    sink.unreadable(source, "there is no such resource");
                    return;
                }
                for (Reading reading : reader.readAll(source, in.readNBytes(DefinitionReader.MAX_BYTES + 1))) {
                    sink.add(scope, source, reading);
                }
            } catch (IOException e) {
                sink.unreadable(source, "it can not be read: " + e.getMessage());
            }
        }

        /** Reads all places and makes the registry. */
        public DefinitionRegistry build() {
            return new DefinitionRegistry(this);
        }
    }
}
