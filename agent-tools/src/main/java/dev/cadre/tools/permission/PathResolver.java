package dev.cadre.tools.permission;

/** Finds out where a path leads; implemented by workspaces. */
public interface PathResolver {

    /** Returns the absolute path of the workspace's root, with slashes and links followed. */
    String root();

    /**
     * Returns where a path leads.
     *
     * <p>Implementations must follow links in every component that exists, must not open the file itself, and must
     * answer for files that do not exist yet.
     *
     * @throws PathRefusedException if the path is malformed, or a component is neither folder nor file nor link
     */
    ResolvedPath resolve(String path);
}
