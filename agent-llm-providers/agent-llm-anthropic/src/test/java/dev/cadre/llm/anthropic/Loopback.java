package dev.cadre.llm.anthropic;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a client and the server that answers it. */
final class Loopback implements AutoCloseable {

    static final String KEY = "sk-ant-planted-0123456789";

    final WireServer server = WireServer.start();
    final LlmClient client = client(LlmSettings.builder());

    LlmClient client(LlmSettings.Builder settings) {
        return new AnthropicProvider()
                .create(settings.apiKey(KEY).baseUrl(server.url()).build());
    }

    LlmResponse ask(WireReply reply) {
        server.enqueue(reply);
        return client.generate(request());
    }

    LlmResponse ask(WireReply reply, LlmListener listener) {
        server.enqueue(reply);
        return client.generate(request(), listener, CancellationToken.create());
    }

    Map<String, Object> send(LlmRequest request) {
        server.enqueue(WireReply.says("ok"));
        client.generate(request);
        server.assertFinished();
        return server.lastRequest().json();
    }

    static LlmRequest request() {
        return LlmRequest.builder("claude-sonnet-5-5", List.of(Message.user("Hello")))
                .build();
    }

    static LlmRequest.Builder request(ContentBlock... userBlocks) {
        return LlmRequest.builder("claude-sonnet-5-5", List.of(new Message.User(List.of(userBlocks))));
    }

    /** Makes a stream from the data of its events, the way the service frames them. */
    static WireReply stream(String... events) {
        StringBuilder body = new StringBuilder();
        for (String event : events) {
            String type = event.replaceFirst("^\\{\"type\":\"(\\w+)\".*", "$1");
            body.append("event: ").append(type).append("\ndata: ").append(event).append("\n\n");
        }
        return WireReply.raw(200, "text/event-stream", body.toString());
    }

    /** Keeps what a listener is told. */
    static final class Deltas implements LlmListener {

        final List<String> text = new ArrayList<>();
        final List<String> thinking = new ArrayList<>();

        @Override
        public void onText(String delta) {
            text.add(delta);
        }

        @Override
        public void onThinking(String delta) {
            thinking.add(delta);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
