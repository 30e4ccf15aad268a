package dev.cadre.llm.openai;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a client of one API and the server that answers it. */
final class Loopback implements AutoCloseable {

    static final String KEY = "sk-proj-planted-0123456789";

    final WireServer server = WireServer.start();
    final LlmClient client;
    final WireApi api;
    private final String property;

    private Loopback(WireApi api, String property) {
        this.api = api;
        this.property = property;
        this.client = client(LlmSettings.builder());
    }

    static Loopback chat() {
        return new Loopback(WireApi.OPENAI_CHAT, "chat");
    }

    static Loopback responses() {
        return new Loopback(WireApi.OPENAI_RESPONSES, "responses");
    }

    static Loopback of(String api) {
        return api.equals("chat") ? chat() : responses();
    }

    LlmClient client(LlmSettings.Builder settings) {
        return new OpenAiProvider()
                .create(settings.apiKey(KEY)
                        .baseUrl(server.urlWithVersion())
                        .property("api", property)
                        .build());
    }

    LlmResponse ask(WireReply reply) {
        return ask(reply, LlmListener.none());
    }

    LlmResponse ask(WireReply reply, LlmListener listener) {
        server.enqueue(reply);
        return client.generate(request().build(), listener, CancellationToken.create());
    }

    Map<String, Object> send(LlmRequest request) {
        server.enqueue(WireReply.says("ok"));
        client.generate(request);
        server.assertFinished();
        return server.lastRequest().json();
    }

    static LlmRequest.Builder request(ContentBlock... userBlocks) {
        return LlmRequest.builder(
                "gpt-6-sol",
                List.of(userBlocks.length == 0 ? Message.user("Hello") : new Message.User(List.of(userBlocks))));
    }

    /** Makes a stream from the data of its events. */
    static WireReply stream(String... events) {
        StringBuilder body = new StringBuilder();
        for (String event : events) {
            body.append("data: ").append(event).append("\n\n");
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
