package dev.cadre.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Keeps the analyser from winning by giving up: commands that agents run every day must be understood. */
class EverydayCommandsTest {

    @Test
    void at_most_one_in_ten_everyday_commands_is_unanalysable() throws IOException {
        List<String> commands = commands();
        List<String> given = commands.stream()
                .filter(command -> ShellAnalyser.analyse(command) instanceof Analysis.Unanalysable)
                .toList();
        System.out.println("everyday: " + given.size() + " of " + commands.size() + " unanalysable");

        assertThat(commands).hasSizeGreaterThan(300);
        assertThat(given.size() * 10).as("unanalysable: " + given).isLessThanOrEqualTo(commands.size());
    }

    // A line each; a here-document or a quoted text goes on until it is closed.
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines()) {
            boolean starts = line.contains("<<'EOF'") || line.contains("<<EOF");
            boolean goesOn = open.length() > 0;
            open.append(goesOn ? "\n" : "").append(line);
            boolean isQuoted = open.toString().contains("$(cat");
            boolean ends = line.equals(isQuoted ? ")\"" : "EOF");
            if ((!starts && !goesOn) || ends) {
                commands.add(open.toString());
                open.setLength(0);
            }
        }
        return commands;
    }

    private static List<String> lines() throws IOException {
        try (InputStream resource = EverydayCommandsTest.class.getResourceAsStream("everyday-commands.txt")) {
            byte[] bytes = Objects.requireNonNull(resource).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
