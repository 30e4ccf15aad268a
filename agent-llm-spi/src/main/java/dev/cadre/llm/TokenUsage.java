package dev.cadre.llm;

/**
 * Counts the tokens of one or several model calls.
 *
 * @param input tokens read at full price
 * @param output tokens written
 * @param cacheRead input tokens served from the provider's cache
 * @param cacheWrite input tokens written to the provider's cache
 */
public record TokenUsage(long input, long output, long cacheRead, long cacheWrite) {

    /** No tokens. */
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0);

    /** Refuses negative counts. */
    public TokenUsage {
        if (input < 0 || output < 0 || cacheRead < 0 || cacheWrite < 0) {
            throw new IllegalArgumentException("token counts must not be negative");
        }
    }

    /** Makes a usage without cache tokens. */
    public static TokenUsage of(long input, long output) {
        return new TokenUsage(input, output, 0, 0);
    }

    /** Returns the sum of both. */
    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                input + other.input, output + other.output, cacheRead + other.cacheRead, cacheWrite + other.cacheWrite);
    }

    /** Returns all tokens together. */
    public long total() {
        return input + output + cacheRead + cacheWrite;
    }
}
