package dev.cadre.llm.testkit.wire;

import java.util.List;
import java.util.Map;

/** Compares requests with the documented shape of their API, as far as a mistake would be refused by the service. */
final class WireChecks {

    private WireChecks() {}

    static List<String> check(WireRequest request) {
        if (request.api().isEmpty()) {
            return List.of(request + ": no known API; expected a path that ends in /messages, /chat/completions or"
                    + " /responses");
        }
        WireApi api = request.api().orElseThrow();
        Shape shape = new Shape(api.path());
        shape.require("the method", request.method().equals("POST"), "must be POST, found " + request.method());
        Map<String, Object> body;
        try {
            body = request.json();
        } catch (IllegalArgumentException e) {
            shape.require("the body", false, "is " + e.getMessage());
            return shape.violations();
        }
        shape.text(body, "model");
        if (api == WireApi.ANTHROPIC_MESSAGES) {
            AnthropicChecks.check(request, body, shape);
        } else if (api == WireApi.OPENAI_CHAT) {
            OpenAiChatChecks.check(body, shape);
        } else {
            OpenAiResponsesChecks.check(body, shape);
        }
        return shape.violations();
    }
}
