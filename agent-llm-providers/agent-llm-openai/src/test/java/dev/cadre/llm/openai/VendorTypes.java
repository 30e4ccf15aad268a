package dev.cadre.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireRequest;
import java.util.Map;

/** Reads JSON with the types that the vendor generates from the description of its API, and lets them validate it. */
final class VendorTypes {

    private VendorTypes() {}

    /** Checks that a request has all fields that the API demands, each of its type, and none that it does not know. */
    // The vendor deprecates the accessor to keep programs from it; for a check there is no other.
    @SuppressWarnings("deprecation")
    static void check(WireRequest request) {
        // The types list the models of their day; those of a test and of other servers are not among them.
        String model = "\"model\":\"" + request.json().get("model") + "\"";
        String body = request.body().replace(model, "\"model\":\"gpt-5\"");
        Map<String, JsonValue> unknown = request.api().orElseThrow() == WireApi.OPENAI_CHAT
                ? read(body, ChatCompletionCreateParams.Body.class).validate()._additionalProperties()
                : read(body, ResponseCreateParams.Body.class).validate()._additionalProperties();

        assertThat(unknown.keySet()).isSubsetOf("stream");
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return ObjectMappers.jsonMapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no " + type.getSimpleName() + ": " + json, e);
        }
    }
}
