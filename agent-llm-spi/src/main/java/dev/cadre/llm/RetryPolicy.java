package dev.cadre.llm;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Says how often and after which pauses a call is repeated. Immutable; safe for use by many threads if its sleeper and
 * its jitter are.
 *
 * <p>The pause after attempt <em>n</em> is {@code firstPause × 2^(n-1)}, at most {@code maxPause}, less up to half of it
 * by chance, so that many callers do not come back at one moment.
 *
 * <pre>{@code
 * RetryPolicy policy = RetryPolicy.builder().maxAttempts(6).maxPause(Duration.ofMinutes(2)).build();
 * }</pre>
 */
public final class RetryPolicy {

    private final int maxAttempts;
    private final Duration firstPause;
    private final Duration maxPause;
    private final DoubleSupplier jitter;
    private final Sleeper sleeper;

    private RetryPolicy(Builder builder) {
        this.maxAttempts = builder.maxAttempts;
        this.firstPause = builder.firstPause;
        this.maxPause = builder.maxPause;
        this.jitter = builder.jitter;
        this.sleeper = builder.sleeper;
    }

    /** Returns four attempts, a first pause of one second, and none above one minute. */
    public static RetryPolicy defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how often a call is made in all. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** Returns the longest pause; a provider that asks for a longer one is not waited for. */
    public Duration maxPause() {
        return maxPause;
    }

    /** Returns the policy's own pause after an attempt, counted from 1. */
    Duration pauseAfter(int attempt) {
        double whole = Math.min((double) firstPause.toNanos() * Math.pow(2, attempt - 1), (double) maxPause.toNanos());
        return Duration.ofNanos((long) (whole * (1 - jitter.getAsDouble() / 2)));
    }

    Sleeper sleeper() {
        return sleeper;
    }

    /** Collects the parts of a policy. Not thread-safe. */
    public static final class Builder {

        private int maxAttempts = 4;
        private Duration firstPause = Duration.ofSeconds(1);
        private Duration maxPause = Duration.ofMinutes(1);
        private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
        private Sleeper sleeper = Sleeper.system();

        private Builder() {}

        /** Sets how often a call is made in all; at least 1. */
        public Builder maxAttempts(int maxAttempts) {
            if (maxAttempts < 1) {
                throw new IllegalArgumentException("maxAttempts must be at least 1, found " + maxAttempts);
            }
            this.maxAttempts = maxAttempts;
            return this;
        }

        /** Sets the pause after the first attempt; not negative. */
        public Builder firstPause(Duration firstPause) {
            this.firstPause = notNegative("firstPause", firstPause);
            return this;
        }

        /** Sets the longest pause; not negative. */
        public Builder maxPause(Duration maxPause) {
            this.maxPause = notNegative("maxPause", maxPause);
            return this;
        }

        /** Sets the source of chance: numbers from 0 to 1, where 0 leaves a pause whole and 1 halves it. */
        public Builder jitter(DoubleSupplier jitter) {
            this.jitter = jitter;
            return this;
        }

        /** Sets what waits. */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /** Makes the policy. */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }

        private static Duration notNegative(String name, Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative, found " + value);
            }
            return value;
        }
    }
}
