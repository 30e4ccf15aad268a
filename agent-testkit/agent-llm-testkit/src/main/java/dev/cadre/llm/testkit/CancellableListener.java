package dev.cadre.llm.testkit;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmListener;

/** Ends a scripted call as soon as it is cancelled between two deltas. */
final class CancellableListener implements LlmListener {

    private final LlmListener listener;
    private final CancellationToken cancellation;

    CancellableListener(LlmListener listener, CancellationToken cancellation) {
        this.listener = listener;
        this.cancellation = cancellation;
    }

    @Override
    public void onText(String delta) {
        ScriptedLlm.throwIfCancelled(cancellation);
        listener.onText(delta);
    }

    @Override
    public void onThinking(String delta) {
        ScriptedLlm.throwIfCancelled(cancellation);
        listener.onThinking(delta);
    }
}
