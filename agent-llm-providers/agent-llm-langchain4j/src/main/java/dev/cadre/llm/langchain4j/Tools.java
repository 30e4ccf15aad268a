package dev.cadre.llm.langchain4j;

import dev.cadre.llm.Json;
import dev.cadre.llm.ToolSpec;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts tools and schemas by way of JSON; what LangChain4j has no class for stays in it as raw JSON. */
final class Tools {

    private static final Map<String, Object> NO_PARAMETERS = Map.of("type", "object");

    private Tools() {}

    static ToolSpecification write(ToolSpec tool) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", tool.name());
        json.put("description", tool.description());
        json.put("parameters", tool.inputSchema());
        return ToolSpecification.fromJson(JsonText.write(json));
    }

    static JsonObjectSchema schema(Map<String, Object> schema) {
        return write(new ToolSpec("schema", "", schema)).parameters();
    }

    static ToolSpec read(ToolSpecification tool) {
        Object parameters = JsonText.read(tool.toJson()).orElseThrow().get("parameters");
        String description = tool.description() == null ? "" : tool.description();
        return new ToolSpec(tool.name(), description, objectOr(NO_PARAMETERS, parameters));
    }

    private static Map<String, Object> objectOr(Map<String, Object> otherwise, @Nullable Object value) {
        return value instanceof Map<?, ?> map ? Json.object(map) : otherwise;
    }
}
