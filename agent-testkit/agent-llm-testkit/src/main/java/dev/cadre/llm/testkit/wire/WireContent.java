package dev.cadre.llm.testkit.wire;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Is what a reply says, before it is cut and sent. Options that make no sense for a kind are without effect. */
interface WireContent {

    /** A body with its status and media type. */
    record Rendered(int status, String contentType, String text) {}

    Rendered render(WireApi api, Map<String, Object> request);

    default WireContent deltaSize(int codePoints) {
        return this;
    }

    default WireContent noise(List<WireNoise> noise) {
        return this;
    }

    default WireContent editing(UnaryOperator<Map<String, Object>> edit) {
        return this;
    }

    default WireContent failingAfter(int events, int status, String message) {
        return this;
    }
}
