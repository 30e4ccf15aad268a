package dev.cadre.llm;

import java.util.List;

/** Reports that no provider, or more than one, has the wanted id. */
public final class LlmProviderException extends LlmException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> candidates;

    /** Makes the failure with the ids of all providers that were found. */
    public LlmProviderException(String message, List<String> candidates) {
        super(message, null);
        this.candidates = Json.list(candidates);
    }

    /** Returns the ids of all providers that were found, sorted. */
    public List<String> candidates() {
        return candidates;
    }
}
