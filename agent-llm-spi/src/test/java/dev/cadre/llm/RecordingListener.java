package dev.cadre.llm;

import java.util.List;

/** Writes down what it is told. */
final class RecordingListener implements LlmListener {

    private final List<String> told;

    RecordingListener(List<String> told) {
        this.told = told;
    }

    @Override
    public void onText(String delta) {
        told.add(delta);
    }

    @Override
    public void onThinking(String delta) {
        told.add("thinking " + delta);
    }

    @Override
    public void onRestart() {
        told.add("restart");
    }
}
