package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;

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

    /** Says how much of a folder is asked about. */
    enum Extent {
        SOME,
        ALL
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
        if (pattern.chars().filter(c -> c == '(').count()
                != pattern.chars().filter(c -> c == ')').count()) {
            throw new IllegalArgumentException("a parenthesis is not closed, or closes nothing");
        }
        if (pattern.startsWith("~") && !pattern.equals("~") && !pattern.startsWith("~/")) {
            throw new IllegalArgumentException("other users' homes are not known here; write ~/… or //…");
        }
        Anchor anchor = anchor(pattern);
        String rest = withoutAnchor(pattern, anchor);
        List<Alternative> alternatives = new ArrayList<>();
        for (String alternative : BraceList.expand(rest, MAX_ALTERNATIVES)) {
            PathSegments segments = PathSegments.compile(alternative);
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

    /** Returns whether a path is meant. */
    boolean matches(PathNames path, Places places, Reading reading) {
        for (Alternative alternative : alternatives) {
            if (matches(alternative, path, places, reading)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(Alternative alternative, PathNames path, Places places, Reading reading) {
        PathSegments segments = alternative.anchored();
        if (anchor == Anchor.FILE_SYSTEM) {
            return segments.match(path, 0, reading);
        }
        if (anchor == Anchor.HOME) {
            PathNames home = places.home();
            return path.startsWith(home, reading) && segments.match(path, home.size(), reading);
        }
        boolean anyDepth = isAtAnyDepth(segments, reading);
        boolean inside = path.startsWith(places.root(), reading);
        if (!inside && !(anyDepth && reading == Reading.BROAD)) {
            return false;
        }
        int from = inside ? places.root().size() : 0;
        return (anyDepth ? alternative.anywhere() : segments).match(path, from, reading);
    }

    private boolean isAtAnyDepth(PathSegments segments, Reading reading) {
        return anchor == Anchor.ANYWHERE || (reading == Reading.BROAD && segments.isOneFolder());
    }

    /**
     * Returns whether a restriction by this pattern means something that lies in a folder, or everything in it. What it
     * means at any depth may lie in every folder, so that does not count.
     */
    boolean leadsInto(PathNames folder, Places places, Extent extent) {
        return anchor != Anchor.ANYWHERE
                && alternatives.stream().anyMatch(each -> leadsInto(each.anchored(), folder, places, extent));
    }

    private boolean leadsInto(PathSegments segments, PathNames folder, Places places, Extent extent) {
        if (segments.literals() == 0) {
            return false;
        }
        if (anchor == Anchor.FILE_SYSTEM) {
            return segments.leadsInto(folder, 0, extent);
        }
        PathNames base = anchor == Anchor.HOME ? places.home() : places.root();
        boolean isNamed = segments.isOneFolder()
                && anchor == Anchor.WORKSPACE
                && folder.size() > 0
                && segments.leadsInto(folder, folder.size() - 1, Extent.ALL);
        return isNamed
                || (extent == Extent.SOME && base.startsWith(folder, Reading.BROAD))
                || (folder.startsWith(base, Reading.BROAD) && segments.leadsInto(folder, base.size(), extent));
    }

    /** Is one way to read the braces, and the same at any depth. */
    private record Alternative(PathSegments anchored, PathSegments anywhere) {}
}
