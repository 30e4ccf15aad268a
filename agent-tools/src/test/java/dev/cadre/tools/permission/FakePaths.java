package dev.cadre.tools.permission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workspace that exists in words only: a root, and links as pairs of absolute paths. */
final class FakePaths implements PathResolver {

    private final String root;
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<String> devices = new ArrayList<>();

    FakePaths(String root) {
        this.root = root;
    }

    static FakePaths at(String root) {
        return new FakePaths(root);
    }

    FakePaths link(String from, String to) {
        links.put(from, to);
        return this;
    }

    FakePaths device(String path) {
        devices.add(path);
        return this;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public ResolvedPath resolve(String path) {
        if (path.isEmpty() || path.indexOf('\0') >= 0 || devices.contains(path)) {
            throw new PathRefusedException(
                    "\"" + path + "\" is no path",
                    path.startsWith("/") ? PathRefusedException.Kind.CLOSED : PathRefusedException.Kind.SPECIAL);
        }
        String absolute = path.startsWith("/") ? path : root + "/" + path;
        String literal = normal(absolute);
        String real = literal;
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (real.equals(link.getKey()) || real.startsWith(link.getKey() + "/")) {
                real = normal(link.getValue() + real.substring(link.getKey().length()));
            }
        }
        return new ResolvedPath(literal, real, isInside(literal) && isInside(real));
    }

    private boolean isInside(String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static String normal(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return "/" + String.join("/", names);
    }
}
