package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Matches absolute paths against one pattern in the style of gitignore, anchored at the file system ({@code //a}), the
 * home ({@code ~/a}), the workspace ({@code /a}, {@code a/b}, {@code ./a}) or nowhere ({@code a}).
 *
 * <p>{@code *} stays within one segment, {@code **} spans any number. A pattern that names a folder means all below it.
 */
final class PathPattern {

    private static final int MAX_ALTERNATIVES = 64;

    private enum Anchor {
        FILE_SYSTEM,
        HOME,
        WORKSPACE,
        ANYWHERE
    }

    /** Says how an unclear pattern is read: an approval as narrow, a restriction as broad as it may be meant. */
    enum Reading {
        /** For allow rules and limits: case counts, and a wildcard at the end means no more than it says. */
        NARROW,
        /** For deny and ask rules: case and invisible characters don't count, and folders mean all below them. */
        BROAD
    }

    private final Anchor anchor;
    private final List<Alternative> alternatives;

    private PathPattern(Anchor anchor, List<Alternative> alternatives) {
        this.anchor = anchor;
        this.alternatives = alternatives;
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException with the problem in words, if it is none
     */
    static PathPattern compile(String pattern) {
        if (pattern.startsWith("!")) {
            throw new IllegalArgumentException("a pattern can't be negated; write a deny rule instead");
        }
        if (pattern.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a path can't hold the character NUL");
        }
        if (pattern.startsWith("~") && !pattern.equals("~") && !pattern.startsWith("~/")) {
            throw new IllegalArgumentException("other users' homes are not known here; write ~/… or //…");
        }
        Anchor anchor = anchor(pattern);
        String rest = withoutAnchor(pattern, anchor);
        List<Alternative> alternatives = new ArrayList<>();
        for (String alternative : BraceList.expand(rest, MAX_ALTERNATIVES)) {
            Segments segments = Segments.compile(alternative);
            alternatives.add(new Alternative(segments, segments.anywhere()));
        }
        return new PathPattern(anchor, alternatives);
    }

    private static Anchor anchor(String pattern) {
        if (pattern.startsWith("//")) {
            return Anchor.FILE_SYSTEM;
        }
        if (pattern.startsWith("~")) {
            return Anchor.HOME;
        }
        int slash = pattern.indexOf('/');
        boolean hasInnerSlash = slash >= 0 && slash < pattern.length() - 1;
        return hasInnerSlash ? Anchor.WORKSPACE : Anchor.ANYWHERE;
    }

    private static String withoutAnchor(String pattern, Anchor anchor) {
        if (anchor == Anchor.FILE_SYSTEM) {
            return pattern.substring(2);
        }
        if (anchor == Anchor.HOME) {
            return pattern.substring(1);
        }
        return pattern;
    }

    /**
     * Returns whether a path is meant.
     *
     * @param path absolute, with slashes
     * @param root the workspace's root, absolute
     * @param home the home of the user, absolute
     */
    boolean matches(String path, String root, String home, Reading reading) {
        for (Alternative alternative : alternatives) {
            if (matches(alternative, path, root, home, reading)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Alternative alternative, String path, String root, String home, Reading reading) {
        Segments segments = alternative.anchored();
        if (anchor == Anchor.FILE_SYSTEM) {
            return segments.match(path, reading);
        }
        if (anchor == Anchor.HOME) {
            return isBelow(path, home, reading) && segments.match(path.substring(home.length()), reading);
        }
        boolean anyDepth = anchor == Anchor.ANYWHERE || (reading == Reading.BROAD && segments.isOneFolder());
        boolean inside = isBelow(path, root, reading);
        if (!inside && !(anyDepth && reading == Reading.BROAD)) {
            return false;
        }
        String relative = inside ? path.substring(Math.min(root.length(), path.length())) : path;
        return (anyDepth ? alternative.anywhere() : segments).match(relative, reading);
    }

    private static boolean isBelow(String path, String folder, Reading reading) {
        String base = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        boolean ignoreCase = reading == Reading.BROAD;
        return path.regionMatches(ignoreCase, 0, base, 0, base.length())
                && (path.length() == base.length() || path.charAt(base.length()) == '/');
    }

    /** Is one way to read the braces, and the same at any depth. */
    private record Alternative(Segments anchored, Segments anywhere) {}

    /** Is a pattern cut at its slashes. */
    private record Segments(List<String> texts, List<Glob> globs, List<Glob> foldedGlobs, boolean isFolder) {

        static Segments compile(String pattern) {
            List<String> texts = cut(pattern);
            if (texts.isEmpty()) {
                texts = List.of("**");
            }
            return of(texts, pattern.endsWith("/"));
        }

        private static Segments of(List<String> texts, boolean isFolder) {
            return new Segments(
                    texts,
                    texts.stream().map(Glob::compile).toList(),
                    texts.stream().map(text -> Glob.compile(fold(text))).toList(),
                    isFolder);
        }

        private static List<String> cut(String path) {
            List<String> parts = new ArrayList<>();
            for (String part : path.split("/", -1)) {
                if (part.equals("..")) {
                    throw new IllegalArgumentException(
                            "a pattern can't hold \"..\"; write the path from the root: //…");
                }
                if (!part.isEmpty() && !part.equals(".")) {
                    parts.add(part);
                }
            }
            return parts;
        }

        private static String fold(String text) {
            return FoldedName.of(text).toLowerCase(Locale.ROOT);
        }

        /** Returns whether this is {@code name/**}, which restrictions read as such a folder at any depth. */
        boolean isOneFolder() {
            return texts.size() == 2
                    && texts.get(1).equals("**")
                    && !texts.get(0).equals("**");
        }

        Segments anywhere() {
            List<String> longer = new ArrayList<>();
            longer.add("**");
            longer.addAll(texts);
            return of(longer, isFolder);
        }

        boolean match(String path, Reading reading) {
            List<String> names = new ArrayList<>();
            for (String name : path.split("/", -1)) {
                if (!name.isEmpty()) {
                    names.add(reading == Reading.BROAD ? fold(name) : name);
                }
            }
            boolean[] reached = reachable(names, reading == Reading.BROAD ? foldedGlobs : globs);
            if (reached[names.size()] && !(isFolder && reading == Reading.NARROW)) {
                return true;
            }
            return meansAllBelow(reading) && anyTrue(reached, names.size());
        }

        // Whether the whole pattern can match the first n names, for each n.
        private boolean[] reachable(List<String> names, List<Glob> matchers) {
            boolean[] reached = new boolean[names.size() + 1];
            reached[0] = true;
            for (int i = 0; i < texts.size(); i++) {
                boolean[] next = new boolean[names.size() + 1];
                boolean isSpan = texts.get(i).equals("**");
                // A span at the end needs at least one name: folder/** is what lies below the folder.
                boolean needsOne = isSpan && i == texts.size() - 1 && i > 0;
                for (int n = 0; n <= names.size(); n++) {
                    if (isSpan) {
                        next[n] = (n > 0 && (next[n - 1] || reached[n - 1])) || (reached[n] && !needsOne);
                    } else {
                        next[n] = n > 0 && reached[n - 1] && matchers.get(i).matches(names.get(n - 1));
                    }
                }
                reached = next;
            }
            return reached;
        }

        private boolean meansAllBelow(Reading reading) {
            return reading == Reading.BROAD || isFolder || !Glob.isGlob(texts.get(texts.size() - 1));
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
}
