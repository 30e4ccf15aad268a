package dev.cadre.core;

import dev.cadre.core.run.AgentEvent;
import dev.cadre.llm.CancellationToken;
import java.util.function.Consumer;

/** Holds what belongs to one run: who watches it, and what ends it. */
public final class RunOptions {

    private final Consumer<AgentEvent> listener;
    private final CancellationToken cancellation;

    private RunOptions(Builder builder) {
        this.listener = builder.listener;
        this.cancellation = builder.cancellation;
    }

    /** Returns options under which nobody watches and nothing ends the run. */
    public static RunOptions defaults() {
        return builder().build();
    }

    /** Starts options under which nobody watches and nothing ends the run. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns who is told the events. */
    public Consumer<AgentEvent> listener() {
        return listener;
    }

    /** Returns the token that ends the run. */
    public CancellationToken cancellation() {
        return cancellation;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private Consumer<AgentEvent> listener = event -> {};
        private CancellationToken cancellation = CancellationToken.create();

        private Builder() {}

        /** Sets who is told the events, on the thread that runs; an exception ends the run. */
        public Builder listener(Consumer<AgentEvent> listener) {
            this.listener = listener;
            return this;
        }

        /** Sets the token that ends the run; its outcome is then {@code CANCELLED}. */
        public Builder cancellation(CancellationToken cancellation) {
            this.cancellation = cancellation;
            return this;
        }

        /** Makes the options. */
        public RunOptions build() {
            return new RunOptions(this);
        }
    }
}
