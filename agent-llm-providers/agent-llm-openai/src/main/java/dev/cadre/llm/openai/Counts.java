package dev.cadre.llm.openai;

import dev.cadre.llm.TokenUsage;

/** Counts tokens the way this SDK does, from a service that counts cached tokens among the input. */
final class Counts {

    private Counts() {}

    static TokenUsage of(long allInput, long output, long cacheRead, long cacheWrite) {
        long read = clamp(cacheRead);
        long written = clamp(cacheWrite);
        return new TokenUsage(clamp(allInput - read - written), clamp(output), read, written);
    }

    private static long clamp(long count) {
        return Math.max(count, 0);
    }
}
