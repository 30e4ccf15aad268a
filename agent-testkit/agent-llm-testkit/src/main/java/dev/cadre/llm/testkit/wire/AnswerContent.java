package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.testkit.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Is a model's answer, as one body or as a stream. */
record AnswerContent(
        LlmResponse response,
        int size,
        List<WireNoise> noises,
        UnaryOperator<Map<String, Object>> edit,
        @Nullable Failure failure)
        implements WireContent {

    private record Failure(int afterEvents, int status, String message) {}

    AnswerContent(LlmResponse response) {
        this(response, 8, List.of(), UnaryOperator.identity(), null);
    }

    @Override
    public WireContent deltaSize(int codePoints) {
        return new AnswerContent(response, codePoints, noises, edit, failure);
    }

    @Override
    public WireContent noise(List<WireNoise> noise) {
        return new AnswerContent(response, size, noise, edit, failure);
    }

    @Override
    public WireContent editing(UnaryOperator<Map<String, Object>> newEdit) {
        return new AnswerContent(response, size, noises, newEdit, failure);
    }

    @Override
    public WireContent failingAfter(int events, int status, String message) {
        return new AnswerContent(response, size, noises, edit, new Failure(events, status, message));
    }

    @Override
    public Rendered render(WireApi api, Map<String, Object> request) {
        if (!Boolean.TRUE.equals(request.get("stream"))) {
            return new Rendered(200, "application/json", json(api.format().body(response)));
        }
        StringBuilder text = new StringBuilder();
        for (SseEvent event : events(api, request)) {
            append(text, event);
        }
        String stream = noises.contains(WireNoise.CRLF) ? text.toString().replace("\n", "\r\n") : text.toString();
        return new Rendered(200, "text/event-stream; charset=utf-8", stream);
    }

    private List<SseEvent> events(WireApi api, Map<String, Object> request) {
        List<SseEvent> events = api.format().events(response, request, size);
        if (failure != null) {
            events = new ArrayList<>(events.subList(0, Math.min(failure.afterEvents(), events.size())));
            events.add(api.format().errorEvent(failure.status(), null, failure.message()));
        }
        if (noises.contains(WireNoise.UNKNOWN_EVENTS)) {
            List<SseEvent> noisy = new ArrayList<>();
            for (SseEvent event : events) {
                if (!noisy.isEmpty()) {
                    noisy.add(api.format().unknownEvent());
                }
                noisy.add(event);
            }
            return noisy;
        }
        return events;
    }

    private void append(StringBuilder text, SseEvent event) {
        if (noises.contains(WireNoise.COMMENTS)) {
            text.append(": keep-alive\n\n");
        }
        if (event.name() != null) {
            text.append("event: ").append(event.name()).append('\n');
        }
        Map<String, Object> data = event.json();
        text.append("data: ").append(data == null ? event.text() : json(data)).append("\n\n");
    }

    private String json(Map<String, Object> object) {
        Map<String, Object> edited = edit.apply(new LinkedHashMap<>(object));
        if (noises.contains(WireNoise.UNKNOWN_FIELDS)) {
            edited = new LinkedHashMap<>(edited);
            edited.put("field_of_the_future", Map.of("deep", List.of(true)));
        }
        String text = JsonText.write(edited);
        return noises.contains(WireNoise.ESCAPED_UNICODE) ? escaped(text) : text;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < 0x80) {
                escaped.append((char) c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }
}
