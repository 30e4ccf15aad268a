package dev.cadre.llm.testkit.wire;

import java.util.Map;

/** Is a body that is sent as it is. */
record RawContent(int status, String contentType, String text) implements WireContent {

    @Override
    public Rendered render(WireApi api, Map<String, Object> request) {
        return new Rendered(status, contentType, text);
    }
}
