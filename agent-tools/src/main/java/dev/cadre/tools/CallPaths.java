package dev.cadre.tools;

import dev.cadre.tools.permission.PathResolver;
import dev.cadre.tools.permission.ResolvedPath;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Resolves each path of one call once, so that what was decided on is what is used, whatever the tree does between. */
final class CallPaths implements PathResolver {

    private final PathResolver workspace;
    private final Map<String, ResolvedPath> resolved = new ConcurrentHashMap<>();

    CallPaths(PathResolver workspace) {
        this.workspace = workspace;
    }

    @Override
    public String root() {
        return workspace.root();
    }

    @Override
    public ResolvedPath resolve(String path) {
        return resolved.computeIfAbsent(path, workspace::resolve);
    }
}
