package dev.cadre.core.format;

import dev.cadre.core.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Knows by which keys the settings of an MCP server limit its tools, which each dialect spells in its own way. */
public final class ServerKeys {

    private ServerKeys() {}

    /**
     * Names the keys of a dialect; an empty one is missing there.
     *
     * @param only the list of the tools that there are
     * @param not the list of those that there are not
     * @param off the switch of the server, and the value that switches it off
     */
    private record Limits(String only, String not, Map<String, Boolean> off) {}

    private static Limits limits(Dialect dialect) {
        return switch (dialect) {
            case COPILOT, CHATMODE -> new Limits("tools", "", Map.of());
            case GEMINI -> new Limits("include_tools", "exclude_tools", Map.of());
            case QWEN -> new Limits("includeTools", "excludeTools", Map.of());
            case CODEX -> new Limits("enabled_tools", "disabled_tools", Map.of("enabled", false));
            case KIRO -> new Limits("", "disabledTools", Map.of("disabled", true));
            default -> new Limits("", "", Map.of());
        };
    }

    /**
     * Is the settings of a server in the words of a dialect.
     *
     * @param config the settings
     * @param isSame whether nothing was changed
     * @param lost the limits that can't be said there, each as a noun and what it is about
     */
    public record Written(Map<String, Object> config, boolean isSame, List<String> lost) {}

    /** Returns the settings of a server with the keys of another dialect. */
    public static Written written(Map<String, Object> config, Dialect from, Dialect to) {
        if (from == to) {
            return new Written(config, true, List.of());
        }
        Limits was = limits(from);
        Limits is = limits(to);
        Map<String, Object> written = new LinkedHashMap<>();
        List<String> lost = new ArrayList<>();
        config.forEach((key, value) -> {
            if (key.equals(was.only())) {
                if (!List.of("*").equals(value)) {
                    move(written, is.only(), value, lost, "limit to the tools ");
                }
            } else if (key.equals(was.not())) {
                move(written, is.not(), value, lost, "denial of the tools ");
            } else if (was.off().containsKey(key)) {
                if (Objects.equals(was.off().get(key), value)) {
                    off(written, is, lost);
                }
            } else if (key.equals("type")) {
                transport(written, value, to);
            } else {
                written.put(key, value);
            }
        });
        return new Written(written, written.equals(config), lost);
    }

    private static void move(Map<String, Object> written, String key, Object value, List<String> lost, String limit) {
        if (key.isEmpty()) {
            lost.add(limit + value);
        } else {
            written.put(key, value);
        }
    }

    private static void off(Map<String, Object> written, Limits limits, List<String> lost) {
        if (limits.off().isEmpty()) {
            lost.add("switch that turns it off");
        }
        written.putAll(limits.off());
    }

    // One transport has two names, and one format tells it by the other keys.
    private static void transport(Map<String, Object> written, Object value, Dialect to) {
        boolean copilot = to == Dialect.COPILOT || to == Dialect.CHATMODE;
        if (to != Dialect.CODEX) {
            written.put("type", "local".equals(value) && !copilot ? "stdio" : value);
        }
    }
}
