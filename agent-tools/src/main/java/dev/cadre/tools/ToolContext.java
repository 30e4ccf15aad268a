package dev.cadre.tools;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.permission.ResolvedPath;
import java.util.function.Supplier;

/** Is all that a tool may know of the run that calls it. Valid during one call. */
public interface ToolContext {

    /** Returns the id of the call. */
    String callId();

    /** Returns the files. */
    Workspace workspace();

    /**
     * Returns the run's sandbox, starting it when first asked for.
     *
     * @throws SandboxUnavailableException if there is none; the message says what to install
     */
    SandboxSession sandbox();

    /**
     * Returns where a path of the call leads, as the permission was decided on it; tools must use this rather than ask
     * the workspace again, for the answer may have changed.
     *
     * @throws dev.cadre.tools.permission.PathRefusedException if the path is malformed
     */
    default ResolvedPath resolve(String path) {
        return workspace().resolve(path);
    }

    /** Returns whether the rules let this run see a file; searches must leave out what they do not. */
    default boolean readable(ResolvedPath path) {
        return true;
    }

    /** Returns the token that ends long work. */
    CancellationToken cancellation();

    /**
     * Returns the run's one object of a type, made when first asked for; the place for what a tool remembers between
     * calls. The object must be thread-safe.
     */
    <T> T state(Class<T> type, Supplier<T> initial);
}
