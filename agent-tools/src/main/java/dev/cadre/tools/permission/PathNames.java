package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Is an absolute path cut into its names, as they are and as they are overlooked: without case and invisible characters.
 *
 * @param exact the names as they are written
 * @param folded the same, for restrictions
 */
record PathNames(List<String> exact, List<String> folded) {

    /** Cuts a path at its slashes. */
    static PathNames of(String path) {
        List<String> exact = new ArrayList<>();
        List<String> folded = new ArrayList<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                String name = path.substring(start, end);
                exact.add(name);
                folded.add(fold(name));
            }
            start = end + 1;
        }
        return new PathNames(exact, folded);
    }

    static String fold(String name) {
        return FoldedName.of(name).toLowerCase(Locale.ROOT);
    }

    int size() {
        return exact.size();
    }

    List<String> as(PathPattern.Reading reading) {
        return reading == PathPattern.Reading.BROAD ? folded : exact;
    }

    /** Returns whether this is a folder, or lies below it. */
    boolean startsWith(PathNames folder, PathPattern.Reading reading) {
        List<String> names = as(reading);
        List<String> above = folder.as(reading);
        if (names.size() < above.size()) {
            return false;
        }
        // From the end, where paths differ.
        for (int i = above.size() - 1; i >= 0; i--) {
            if (!names.get(i).equals(above.get(i))) {
                return false;
            }
        }
        return true;
    }
}
