package dev.cadre.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps answers by their requests.
 *
 * <p>Implementations must be thread-safe. They hold prompts and answers in full: treat their storage as confidential.
 */
public interface LlmCache {

    /** Returns the answer that was kept for an equal request. */
    Optional<LlmResponse> get(LlmRequest request);

    /** Keeps an answer. */
    void put(LlmRequest request, LlmResponse response);

    /** Makes a cache in memory that keeps the answers used last, at most so many. */
    static LlmCache inMemory(int maxEntries) {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("a cache needs at least 1 entry, found " + maxEntries);
        }
        Map<LlmRequest, LlmResponse> entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<LlmRequest, LlmResponse> eldest) {
                return size() > maxEntries;
            }
        };
        return new LlmCache() {
            @Override
            public Optional<LlmResponse> get(LlmRequest request) {
                synchronized (entries) {
                    return Optional.ofNullable(entries.get(request));
                }
            }

            @Override
            public void put(LlmRequest request, LlmResponse response) {
                synchronized (entries) {
                    entries.put(request, response);
                }
            }
        };
    }
}
