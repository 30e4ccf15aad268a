package dev.cadre.benchmarks;

import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.ResolvedPath;
import java.nio.file.Path;

/** Resolves by name only, so that a measured decision does not wait for the file system. */
final class KnownPaths implements PathResolver {

    private static final Path ROOT = Path.of("/ws");

    @Override
    public String root() {
        return ROOT.toString();
    }

    @Override
    public ResolvedPath resolve(String path) {
        Path absolute = ROOT.resolve(path).normalize();
        return new ResolvedPath(absolute.toString(), absolute.toString(), absolute.startsWith(ROOT));
    }
}
