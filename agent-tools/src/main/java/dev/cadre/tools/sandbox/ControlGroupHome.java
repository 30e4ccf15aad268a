package dev.cadre.tools.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is the control group in which the JVM runs, where groups for sandboxes can be made. Formats: cgroups(7), proc(5).
 *
 * @param folder the group
 * @param version of the hierarchy, 1 or 2
 */
record ControlGroupHome(Path folder, int version) {

    static Optional<ControlGroupHome> find(String controller) throws IOException {
        List<String> mounts = Files.readAllLines(Path.of("/proc/self/mountinfo"));
        List<String> memberships = Files.readAllLines(Path.of("/proc/self/cgroup"));
        return find(controller, mounts, memberships);
    }

    static Optional<ControlGroupHome> find(String controller, List<String> mounts, List<String> memberships) {
        for (String membership : memberships) {
            String[] fields = membership.split(":", 3);
            boolean version2 = fields[1].isEmpty();
            if (!version2 && !Arrays.asList(fields[1].split(",", -1)).contains(controller)) {
                continue;
            }
            Optional<ControlGroupHome> home = mounts.stream()
                    .map(line -> mount(line, version2 ? null : controller, fields[2]))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (home.isPresent()) {
                return home;
            }
        }
        return Optional.empty();
    }

    private static Optional<ControlGroupHome> mount(String line, @Nullable String controller, String path) {
        String[] halves = line.split(" - ", 2);
        String[] place = halves[0].split(" ", -1);
        String[] type = halves[1].split(" ", -1);
        boolean fits = controller == null
                ? type[0].equals("cgroup2")
                : type[0].equals("cgroup")
                        && Arrays.asList(type[2].split(",", -1)).contains(controller);
        // A mount of another group's part, or a path outside our view, as in containers, is not ours to write.
        if (!fits || !place[3].equals("/") || path.contains("..")) {
            return Optional.empty();
        }
        return Optional.of(new ControlGroupHome(Path.of(place[4] + path).normalize(), controller == null ? 2 : 1));
    }
}
