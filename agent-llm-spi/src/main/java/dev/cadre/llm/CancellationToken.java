package dev.cadre.llm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells work to stop. Monotonic: once cancelled, for ever cancelled. Thread-safe.
 *
 * <p>Long calls either poll {@link #isCancelled()} or register an action that ends them, such as closing a connection:
 *
 * <pre>{@code
 * try (CancellationToken.Registration registration = token.onCancel(connection::close)) {
 *     return connection.read();
 * }
 * }</pre>
 */
public final class CancellationToken {

    private final Map<Registration, Runnable> actions = new LinkedHashMap<>();
    private boolean cancelled;

    private CancellationToken() {}

    /** Makes a token that is not cancelled. */
    public static CancellationToken create() {
        return new CancellationToken();
    }

    /** Returns whether {@link #cancel()} was called. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Cancels, and runs the registered actions on the calling thread in the order of their registration. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = new ArrayList<>(actions.values());
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /**
     * Registers an action for the moment of cancellation; runs it at once if that has passed.
     *
     * <p>The action must be quick and must not throw. Close the registration when the work has ended.
     */
    public Registration onCancel(Runnable action) {
        Registration registration = new Registration(this);
        synchronized (this) {
            if (!cancelled) {
                actions.put(registration, action);
                return registration;
            }
        }
        action.run();
        return registration;
    }

    private synchronized void remove(Registration registration) {
        actions.remove(registration);
    }

    /** Is one registered action; closing it forgets the action. */
    public static final class Registration implements AutoCloseable {

        private final CancellationToken token;

        private Registration(CancellationToken token) {
            this.token = token;
        }

        @Override
        public void close() {
            token.remove(this);
        }
    }
}
