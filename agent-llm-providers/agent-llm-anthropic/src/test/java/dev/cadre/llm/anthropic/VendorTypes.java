package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadre.llm.testkit.wire.WireRequest;

/** Reads JSON with the types that the vendor generates from the description of its API, and lets them validate it. */
final class VendorTypes {

    private static final JsonMapper JSON = ObjectMappers.jsonMapper();

    private VendorTypes() {}

    /** Checks that a request has all fields that the API demands, each of its type, and none that it does not know. */
    static void check(WireRequest request) {
        MessageCreateParams.Body body =
                read(request.body(), MessageCreateParams.Body.class).validate();

        assertThat(body._additionalProperties().keySet()).isSubsetOf("stream", "temperature");
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no " + type.getSimpleName() + ": " + json, e);
        }
    }
}
