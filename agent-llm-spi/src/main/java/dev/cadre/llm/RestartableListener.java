package dev.cadre.llm;

/** Passes on what it is told, and knows whether there is anything to take back. Confined to one call. */
final class RestartableListener implements LlmListener {

    private final LlmListener listener;
    private boolean told;

    RestartableListener(LlmListener listener) {
        this.listener = listener;
    }

    /** Takes back what was told; does nothing if that is nothing. */
    void restart() {
        if (told) {
            told = false;
            listener.onRestart();
        }
    }

    @Override
    public void onText(String delta) {
        told = true;
        listener.onText(delta);
    }

    @Override
    public void onThinking(String delta) {
        told = true;
        listener.onThinking(delta);
    }

    @Override
    public void onRestart() {
        restart();
    }
}
