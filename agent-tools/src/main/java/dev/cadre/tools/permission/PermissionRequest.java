package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Is one call to decide on.
 *
 * @param tool the tool's name, in any spelling
 * @param input the call's arguments, as the tool parsed them
 * @param accesses all that the call touches, as the tool declares it
 * @param paths finds out where paths lead
 * @param sandboxing whether a shell command would be confined
 */
public record PermissionRequest(
        String tool, Map<String, Object> input, List<Access> accesses, PathResolver paths, Sandboxing sandboxing) {

    /** Copies input and accesses. A call that declares no access is taken to have effects that nobody described. */
    public PermissionRequest {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(paths, "paths");
        Objects.requireNonNull(sandboxing, "sandboxing");
        input = Json.object(input);
        accesses = accesses.isEmpty() ? List.of(new Access.Other()) : Json.list(accesses);
    }
}
