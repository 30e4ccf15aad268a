package dev.cadre.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds where what is to be hidden from commands really lies. */
final class HiddenPaths {

    private HiddenPaths() {}

    /**
     * Returns the real paths of what is there; what lies in another of them goes without saying.
     *
     * @throws SandboxUnavailableException if a path leads out of the workspace, where nothing can be hidden
     */
    static List<Path> of(SandboxSpec spec, Path realWorkspace) {
        List<Path> real = new ArrayList<>();
        for (Path path : spec.hidden()) {
            Path place = realWorkspace.resolve(spec.workspace().relativize(path));
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                real.add(real(place, realWorkspace));
            }
        }
        return real.stream()
                .distinct()
                .filter(path -> real.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .toList();
    }

    private static Path real(Path path, Path workspace) {
        try {
            Path real = path.toRealPath();
            if (real.startsWith(workspace) && !real.equals(workspace)) {
                return real;
            }
        } catch (IOException e) {
            throw new SandboxUnavailableException("\"" + path + "\" is to be hidden, but can't be found: " + e);
        }
        throw new SandboxUnavailableException(
                "\"" + path + "\" is to be hidden from commands, but leads out of the workspace");
    }
}
