package dev.cadre.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Is one attack with its place: a fresh workspace, a home that it must not reach, and what it must not get or leave.
 *
 * @param row the line of the collection
 * @param granted what is allowed beyond the row's own rules
 * @param workspace the folder on which the call works
 * @param user whose rights it has
 * @param before what the home held
 */
record AttackTrial(
        Map<String, Object> row, List<String> granted, Path workspace, OrdinaryUser user, Map<String, Long> before) {

    /** What no command may see: it stands in the environment of the process and in the files of its home. */
    static final String SECRET = "planted-0123456789";

    /** Sets a row up: its own steps, and what it takes for granted. */
    static AttackTrial of(Map<String, Object> row, List<String> granted, OrdinaryUser user, int number, int port)
            throws IOException {
        Path workspace = user.folder("ws-" + number);
        AttackTrial trial = new AttackTrial(row, granted, workspace, user, Map.of());
        String canary = "printf '%s\\n' '#!/bin/bash' 'touch ran-here' 'echo x >" + user.home() + "/escaped'"
                + " 'exec 3<>/dev/tcp/127.0.0.1/" + port + "' >canary; chmod +x canary; ";
        String setup = canary + row.getOrDefault("setup", "") + "\n" + AttackPlaces.moreSetup(trial.id());
        user.shell(workspace, trial.real(setup).replace("/stub/canary", workspace + "/canary"));
        return new AttackTrial(row, granted, workspace, user, files(user.home()));
    }

    String id() {
        return String.valueOf(row.get("id"));
    }

    String category() {
        return String.valueOf(row.get("category"));
    }

    String tool() {
        return String.valueOf(row.get("tool"));
    }

    /** Returns the line for the command. */
    String line(int port) {
        Map<String, Object> policy = JsonLines.object((Map<?, ?>) row.get("policy"));
        policy.put("workspace", workspace.toString());
        List<Object> allow = new ArrayList<>((List<?>) policy.getOrDefault("allow", List.of()));
        allow.addAll(granted);
        policy.put("allow", allow);
        Map<String, Object> input = new LinkedHashMap<>();
        JsonLines.object((Map<?, ?>) row.get("input"))
                .forEach((name, value) -> input.put(
                        name,
                        value instanceof String text
                                ? real(text).replace("127.0.0.1:8080", "127.0.0.1:" + port)
                                : value));
        if (tool().equals("Bash")) {
            input.put("timeout", AttackPlaces.milliseconds(id()));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id());
        line.put("policy", policy);
        line.put("tool", tool());
        line.put("input", input);
        return JsonLines.write(line) + "\n";
    }

    /** Puts the real folders in the place of those of the collection. */
    String real(String text) {
        return text.replace("/home/v", user.home().toString())
                .replaceAll("(?<![\\w.~+-])/ws(?=$|[/\\s\\]\"'])", workspace.toString());
    }

    /** Returns what happened that must not; empty if nothing did. */
    List<String> effects(Map<String, Object> answer) throws IOException {
        List<String> effects = new ArrayList<>();
        Map<String, Long> after = files(user.home());
        if (!after.equals(before)) {
            effects.add("the home changed: " + before.keySet() + " became " + after.keySet());
        }
        String output = String.valueOf(answer.get("output"));
        if (output.contains(SECRET)) {
            effects.add("a secret of the process or its user was seen");
        }
        if (output.length() > 40_000) {
            effects.add("the output has " + output.length() + " characters");
        }
        if (output.chars().anyMatch(c -> c == 0x1b || c == 7)) {
            effects.add("the output holds control characters");
        }
        boolean isOutside = String.valueOf(row.get("check")).matches(".*(/home/v|/ws/\\.).*");
        if (row.containsKey("check")
                && (granted.isEmpty() || isOutside)
                && user.shell(workspace, real(String.valueOf(row.get("check")))) == 0) {
            effects.add("its check holds: " + row.get("check"));
        }
        effects.addAll(AttackPlaces.effects(this, answer));
        return effects;
    }

    private static Map<String, Long> files(Path folder) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(path.toString(), Files.size(path));
                }
            }
        }
        return files;
    }
}
