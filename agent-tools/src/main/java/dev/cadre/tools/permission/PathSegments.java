package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;

/**
 * Is a path pattern cut at its slashes.
 *
 * @param texts the segments; {@code **} spans any number of names
 * @param globs the same, compiled
 * @param foldedGlobs the same for names without case
 * @param literals how many segments at the start hold no wildcard
 * @param isFolder whether the pattern ends in a slash
 */
record PathSegments(List<String> texts, List<Glob> globs, List<Glob> foldedGlobs, int literals, boolean isFolder) {

    static PathSegments compile(String pattern) {
        List<String> texts = cut(pattern);
        return of(texts.isEmpty() ? List.of("**") : texts, pattern.endsWith("/"));
    }

    private static PathSegments of(List<String> texts, boolean isFolder) {
        int literals = 0;
        while (literals < texts.size() && !Glob.isGlob(texts.get(literals))) {
            literals++;
        }
        return new PathSegments(
                texts,
                texts.stream().map(Glob::compile).toList(),
                texts.stream().map(text -> Glob.compile(PathNames.fold(text))).toList(),
                literals,
                isFolder);
    }

    private static List<String> cut(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                throw new IllegalArgumentException("a pattern can't hold \"..\"; write the path from the root: //…");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Returns whether this is {@code name/**}, which restrictions read as such a folder at any depth. */
    boolean isOneFolder() {
        return texts.size() == 2 && texts.get(1).equals("**") && !texts.get(0).equals("**");
    }

    /** Returns the same at any depth. */
    PathSegments anywhere() {
        List<String> longer = new ArrayList<>(List.of("**"));
        longer.addAll(texts);
        return of(longer, isFolder);
    }

    /** Returns whether the names behind the first few are meant. */
    boolean match(PathNames path, int from, PathPattern.Reading reading) {
        boolean isBroad = reading == PathPattern.Reading.BROAD;
        List<String> all = path.as(reading);
        List<String> names = all.subList(from, all.size());
        boolean[] reached = reachable(names, isBroad ? foldedGlobs : globs);
        if (reached[names.size()] && !(isFolder && !isBroad)) {
            return true;
        }
        return meansAllBelow(isBroad) && anyTrue(reached, names.size());
    }

    /** Returns whether the names behind the first few are a folder in which the pattern means something, or everything. */
    boolean leadsInto(PathNames folder, int from, PathPattern.Extent extent) {
        List<String> names = folder.folded().subList(from, folder.size());
        int spelled = Math.min(literals, texts.size() - 1);
        boolean isAll = names.size() == spelled && isAllOfFolder();
        if (names.size() > spelled || (extent == PathPattern.Extent.ALL && !isAll)) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!foldedGlobs.get(i).matches(names.get(i))) {
                return false;
            }
        }
        return !names.isEmpty() || extent == PathPattern.Extent.SOME;
    }

    private boolean isAllOfFolder() {
        String last = texts.get(texts.size() - 1);
        return literals == texts.size() - 1 && (last.equals("**") || last.equals("*"));
    }

    // Whether the whole pattern can match the first n names, for each n.
    private boolean[] reachable(List<String> names, List<Glob> matchers) {
        boolean[] reached = new boolean[names.size() + 1];
        reached[0] = true;
        boolean any = true;
        for (int i = 0; i < texts.size() && any; i++) {
            boolean[] next = new boolean[names.size() + 1];
            any = false;
            boolean isSpan = texts.get(i).equals("**");
            // A span at the end needs at least one name: folder/** is what lies below the folder.
            boolean needsOne = isSpan && i == texts.size() - 1 && i > 0;
            for (int n = 0; n <= names.size(); n++) {
                if (isSpan) {
                    next[n] = (n > 0 && (next[n - 1] || reached[n - 1])) || (reached[n] && !needsOne);
                } else {
                    next[n] = n > 0 && reached[n - 1] && matchers.get(i).matches(names.get(n - 1));
                }
                any |= next[n];
            }
            reached = next;
        }
        return reached;
    }

    private boolean meansAllBelow(boolean isBroad) {
        return isBroad || isFolder || !Glob.isGlob(texts.get(texts.size() - 1));
    }

    private static boolean anyTrue(boolean[] reached, int end) {
        for (int n = 1; n < end; n++) {
            if (reached[n]) {
                return true;
            }
        }
        return false;
    }
}
