package dev.cadre.llm.testkit;

import dev.cadre.llm.LlmListener;

/** Keeps what a client tells, and the threads on which it does. */
final class Told implements LlmListener {

    private final Thread caller = Thread.currentThread();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final Runnable onFirstText;
    private volatile boolean byCaller = true;

    Told() {
        this(() -> {});
    }

    Told(Runnable onFirstText) {
        this.onFirstText = onFirstText;
    }

    @Override
    public void onText(String delta) {
        boolean first = text.isEmpty();
        text.append(delta);
        byCaller &= Thread.currentThread() == caller;
        if (first && !delta.isEmpty()) {
            onFirstText.run();
        }
    }

    @Override
    public void onThinking(String delta) {
        thinking.append(delta);
        byCaller &= Thread.currentThread() == caller;
    }

    @Override
    public void onRestart() {
        text.setLength(0);
        thinking.setLength(0);
    }

    String text() {
        return text.toString();
    }

    String thinking() {
        return thinking.toString();
    }

    boolean byCaller() {
        return byCaller;
    }
}
