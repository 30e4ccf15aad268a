package dev.cadre.tools.sandbox;

import dev.cadre.tools.SandboxLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the control groups of one sandbox, as far as the host lets us make any: for processes and for memory, of version 1
 * or 2. The launcher enters them and removes them.
 */
final class ControlGroups {

    private final List<Path> groups;
    private final Optional<Path> processes;

    private ControlGroups(List<Path> groups, Optional<Path> processes) {
        this.groups = groups;
        this.processes = processes;
    }

    /** Returns no groups. */
    static ControlGroups none() {
        return new ControlGroups(List.of(), Optional.empty());
    }

    /** Makes what can be made. */
    static ControlGroups create(String name, SandboxLimits limits) {
        List<Path> groups = new ArrayList<>();
        Optional<Path> processes = make("pids", name, "pids.max", "pids.max", limits.processes());
        processes.ifPresent(groups::add);
        make("memory", name, "memory.limit_in_bytes", "memory.max", limits.memoryBytes())
                .filter(group -> !groups.contains(group))
                .ifPresent(groups::add);
        return new ControlGroups(groups, processes);
    }

    private static Optional<Path> make(String controller, String name, String setting1, String setting2, long limit) {
        try {
            Optional<ControlGroupHome> home = ControlGroupHome.find(controller);
            if (home.isEmpty()) {
                return Optional.empty();
            }
            Path group = home.get().folder().resolve(name);
            if (!Files.isDirectory(group)) {
                Files.createDirectory(group);
            }
            Path setting = group.resolve(home.get().version() == 1 ? setting1 : setting2);
            if (!Files.isWritable(setting)) {
                Files.delete(group);
                return Optional.empty();
            }
            Files.writeString(setting, Long.toString(limit));
            return Optional.of(group);
        } catch (IOException e) {
            // No right to make groups is the usual case for ordinary users; other limits take its place.
            return Optional.empty();
        }
    }

    /** Returns the folders of the groups. */
    List<Path> groups() {
        return groups;
    }

    /** Returns whether the number of processes is bounded by a group. */
    boolean boundProcesses() {
        return processes.isPresent();
    }

    /** Returns how many processes the group holds. */
    long processCount() throws IOException {
        return Long.parseLong(Files.readString(processes.orElseThrow().resolve("pids.current"))
                .strip());
    }

    /** Changes how many processes there may be. */
    void limitProcesses(long count) throws IOException {
        Files.writeString(processes.orElseThrow().resolve("pids.max"), Long.toString(count));
    }

    /** Removes the groups, for when no launcher was there to do it. */
    void delete() throws IOException {
        for (Path group : groups) {
            Files.deleteIfExists(group);
        }
    }
}
