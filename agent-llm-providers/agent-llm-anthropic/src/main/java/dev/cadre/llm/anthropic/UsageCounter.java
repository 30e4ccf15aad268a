package dev.cadre.llm.anthropic;

import dev.cadre.llm.TokenUsage;
import java.util.Optional;

/** Keeps the last known count of each kind of token: a stream repeats them, growing, and leaves some out. */
final class UsageCounter {

    private long input;
    private long output;
    private long cacheRead;
    private long cacheWrite;

    void input(Optional<Long> count) {
        input = latest(count, input);
    }

    void output(Optional<Long> count) {
        output = latest(count, output);
    }

    void cacheRead(Optional<Long> count) {
        cacheRead = latest(count, cacheRead);
    }

    void cacheWrite(Optional<Long> count) {
        cacheWrite = latest(count, cacheWrite);
    }

    private static long latest(Optional<Long> count, long known) {
        return count.filter(value -> value >= 0).orElse(known);
    }

    TokenUsage total() {
        return new TokenUsage(input, output, cacheRead, cacheWrite);
    }
}
