package dev.cadre.tools.permission;

/**
 * Is a resolved path, cut for patterns.
 *
 * @param literal as it was named
 * @param real where it leads
 * @param isOne whether both are the same
 */
record PlacedPath(PathNames literal, PathNames real, boolean isOne) {

    static PlacedPath of(ResolvedPath path) {
        PathNames literal = PathNames.of(path.literal());
        boolean isOne = path.real().equals(path.literal());
        return new PlacedPath(literal, isOne ? literal : PathNames.of(path.real()), isOne);
    }
}
