package dev.cadre.tools.builtin;

import dev.cadre.llm.Json;
import dev.cadre.llm.ToolSpec;
import dev.cadre.tools.Tool;
import dev.cadre.tools.ToolAction;
import dev.cadre.tools.ToolInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a shell command in the run's sandbox. Parameters as on Claude Code's page on tools. */
public final class BashTool implements Tool {

    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    // Far above what models write, far below what a request to the supervisor could choke on.
    private static final int LONGEST_COMMAND = 100_000;

    private static final Set<String> PARAMETERS =
            Set.of("command", "timeout", "description", "run_in_background", "dangerouslyDisableSandbox");

    private static final ToolSpec SPEC = new ToolSpec(
            "Bash",
            "Runs a command with bash in a sandbox and returns what it printed. Each call is a new shell: the working"
                    + " directory carries over to the next call while it is inside the workspace, variables do not."
                    + " Standard input is empty. Background processes live on until the run ends.",
            schema());

    private BashTool() {}

    /** Makes the tool. */
    public static BashTool create() {
        return new BashTool();
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAction prepare(Map<String, Object> input) {
        for (String name : input.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new ToolInputException("Bash has no parameter \"" + name
                        + "\"; it has command, timeout, description and run_in_background");
            }
        }
        if (flag(input, "dangerouslyDisableSandbox")) {
            throw new ToolInputException("commands never run outside the sandbox; leave dangerouslyDisableSandbox out");
        }
        if (input.get("description") != null && !(input.get("description") instanceof String)) {
            throw new ToolInputException("description must be a string, found " + input.get("description"));
        }
        return new BashAction(command(input), timeout(input), flag(input, "run_in_background"));
    }

    private static String command(Map<String, Object> input) {
        if (!(input.get("command") instanceof String command) || command.isBlank()) {
            throw new ToolInputException("command must be a string that is not blank");
        }
        if (command.length() > LONGEST_COMMAND) {
            throw new ToolInputException("command has " + command.length() + " characters, at most " + LONGEST_COMMAND
                    + " are allowed; write long content with the Write tool");
        }
        if (command.indexOf('\0') >= 0) {
            throw new ToolInputException("command can't hold the character NUL");
        }
        return command;
    }

    private static Duration timeout(Map<String, Object> input) {
        @Nullable Object value = input.get("timeout");
        if (value == null) {
            return USUAL_TIMEOUT;
        }
        if (!(value instanceof Number number)) {
            throw new ToolInputException("timeout must be a number of milliseconds, found " + value);
        }
        double millis = number.doubleValue();
        if (!(millis >= 1)) {
            throw new ToolInputException("timeout must be at least 1 millisecond, found " + value);
        }
        return millis >= LONGEST_TIMEOUT.toMillis() ? LONGEST_TIMEOUT : Duration.ofMillis((long) millis);
    }

    private static boolean flag(Map<String, Object> input, String name) {
        @Nullable Object value = input.get(name);
        if (value == null) {
            return false;
        }
        if (!(value instanceof Boolean flag)) {
            throw new ToolInputException(name + " must be true or false, found " + value);
        }
        return flag;
    }

    private static Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("command", property("string", "The command to run"));
        properties.put("timeout", timeoutProperty());
        properties.put("description", property("string", "What the command does, in five to ten words"));
        properties.put(
                "run_in_background",
                property("boolean", "Whether to return at once; the output goes to a file that the answer names"));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", new ArrayList<>(List.of("command")));
        schema.put("additionalProperties", false);
        return Json.object(schema);
    }

    private static Map<String, Object> timeoutProperty() {
        Map<String, Object> property = new LinkedHashMap<>(property(
                "integer", "After how many milliseconds to kill the command; 120000 unless told, at most 600000"));
        property.put("minimum", 1);
        property.put("maximum", LONGEST_TIMEOUT.toMillis());
        return property;
    }

    private static Map<String, Object> property(String type, String description) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        property.put("description", description);
        return property;
    }
}
