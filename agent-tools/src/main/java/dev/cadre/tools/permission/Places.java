package dev.cadre.tools.permission;

import org.jspecify.annotations.Nullable;

/** Holds the folders that anchor patterns. Used by one thread. */
final class Places {

    private final PathNames root;
    private @Nullable PathNames home;

    /** Takes the workspace's root, absolute and with slashes. */
    Places(String root) {
        this.root = PathNames.of(root);
    }

    Places(String root, String home) {
        this(root);
        this.home = PathNames.of(home);
    }

    PathNames root() {
        return root;
    }

    /** Returns the home of the user. */
    PathNames home() {
        PathNames known = home;
        if (known == null) {
            known = PathNames.of(System.getProperty("user.home", "/nonexistent").replace('\\', '/'));
            home = known;
        }
        return known;
    }
}
