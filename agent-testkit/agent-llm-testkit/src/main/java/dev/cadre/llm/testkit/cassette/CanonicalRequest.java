package dev.cadre.llm.testkit.cassette;

import static dev.cadre.llm.testkit.json.JsonText.object;

import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.testkit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Is a request as it is recorded and compared.
 *
 * @param key the hash of the JSON with members in the order of their names
 * @param json the request, redacted
 */
record CanonicalRequest(String key, Map<String, Object> json) {

    static CanonicalRequest of(LlmRequest request, Redaction redaction) {
        return of(redaction.redact(json(request)));
    }

    static CanonicalRequest of(Map<String, Object> json) {
        return new CanonicalRequest(Hash.sha256(JsonText.write(sorted(json))), json);
    }

    String model() {
        return String.valueOf(json.get("model"));
    }

    private static Map<String, Object> json(LlmRequest request) {
        Map<String, Object> json = object("model", request.model(), "system", request.system());
        json.put("options", options(request.options()));
        List<Object> tools = new ArrayList<>();
        request.tools()
                .forEach(tool -> tools.add(object(
                        "name", tool.name(), "description", tool.description(), "input-schema", tool.inputSchema())));
        json.put("tools", tools);
        List<Object> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            String role = message instanceof Message.Assistant ? "assistant" : "user";
            messages.add(object("role", role, "content", Blocks.write(message.content())));
        }
        json.put("messages", messages);
        return json;
    }

    private static Map<String, Object> options(RequestOptions options) {
        Map<String, Object> json = object();
        options.maxTokens().ifPresent(tokens -> json.put("max-tokens", tokens));
        options.temperature().ifPresent(temperature -> json.put("temperature", temperature));
        options.effort().ifPresent(effort -> json.put("effort", effort.word()));
        options.responseSchema().ifPresent(schema -> json.put("response-schema", schema));
        if (!options.stopSequences().isEmpty()) {
            json.put("stop-sequences", options.stopSequences());
        }
        return json;
    }

    private static Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put(String.valueOf(key), sorted(member)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalRequest::sorted).toList();
        }
        // Numbers as text: YAML and Java differ in their classes of numbers.
        return value instanceof Number ? "number " + value : String.valueOf(value);
    }
}
