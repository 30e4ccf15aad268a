package dev.cadre.core.registry;

import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.DataSource;
import dev.cadre.core.source.Decoder;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The agents of a Claude Code plugin: {@code agents/} of its root, named after its manifest or its folder. */
record PluginSource(Path root) implements Source {

    @Override
    public void read(DefinitionReader reader, Sink sink) {
        new FolderSource(Scope.PLUGIN, agents(), name(sink)).read(reader.with(Dialect.CLAUDE_PLUGIN), sink);
    }

    @Override
    public List<Path> folders() {
        return List.of(agents());
    }

    private Path agents() {
        return root.resolve("agents");
    }

    private String name(Sink sink) {
        Path manifest = root.resolve(".claude-plugin").resolve("plugin.json");
        if (Files.exists(manifest)) {
            try (InputStream in = Files.newInputStream(manifest)) {
                String name = name(manifest.toString(), in.readNBytes(Limits.DEFAULT.fileBytes() + 1));
                if (!name.isEmpty()) {
                    return name;
                }
                sink.unreadable(manifest.toString(), "it gives no name, so the plugin is named by its folder");
            } catch (IOException e) {
                sink.unreadable(manifest.toString(), "it can not be read: " + e.getMessage());
            }
        }
        Path folder = root.toAbsolutePath().normalize().getFileName();
        return folder == null ? "plugin" : folder.toString();
    }

    private static String name(String source, byte[] bytes) {
        Problems problems = Decoder.decode(source, bytes, Limits.DEFAULT);
        Node.Mapping manifest = problems.hasErrors() ? null : DataSource.json(problems, Limits.DEFAULT);
        Node name = manifest == null ? null : manifest.get("name");
        if (name instanceof Node.Scalar scalar && scalar.style() == Node.Style.DOUBLE_QUOTED) {
            return scalar.text().strip();
        }
        return "";
    }
}
