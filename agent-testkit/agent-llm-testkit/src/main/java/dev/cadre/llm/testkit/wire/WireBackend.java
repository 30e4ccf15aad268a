package dev.cadre.llm.testkit.wire;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.testkit.ContractBackend;
import dev.cadre.llm.testkit.ContractFailure;
import dev.cadre.llm.testkit.ContractFeature;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Stands behind a client that speaks the wire format of a known vendor. */
final class WireBackend implements ContractBackend {

    private final WireApi api;
    private final WireServer server;
    private final LlmClient client;

    WireBackend(WireApi api, Function<WireServer, LlmClient> client) {
        this.api = api;
        this.server = WireServer.start();
        this.client = client.apply(server);
    }

    static LlmSettings.Builder settings(WireApi api, WireServer server) {
        return LlmSettings.builder()
                .apiKey(KEY)
                .model("contract-model")
                .baseUrl(api == WireApi.ANTHROPIC_MESSAGES ? server.url() : server.urlWithVersion());
    }

    WireServer server() {
        return server;
    }

    @Override
    public LlmClient client() {
        return client;
    }

    @Override
    public Set<ContractFeature> features() {
        Set<ContractFeature> features = EnumSet.allOf(ContractFeature.class);
        if (api != WireApi.ANTHROPIC_MESSAGES) {
            features.remove(ContractFeature.STOP_SEQUENCES);
            features.remove(ContractFeature.PAUSES);
        }
        if (api == WireApi.OPENAI_CHAT) {
            features.remove(ContractFeature.SIGNATURES);
            features.remove(ContractFeature.ORDERED_BLOCKS);
        }
        return features;
    }

    @Override
    public void answer(LlmResponse response) {
        server.enqueue(WireReply.answer(response));
    }

    @Override
    public void fail(ContractFailure failure) {
        server.enqueue(
                switch (failure) {
                    case RATE_LIMITED -> WireReply.rateLimited(ContractFailure.RETRY_AFTER);
                    case OVERLOADED -> WireReply.overloaded();
                    case SERVER_ERROR -> WireReply.error(500, "Internal server error");
                    case CONNECTION_LOST -> WireReply.reset();
                    case CUT_OFF -> cutOff();
                    case WRONG_KEY -> WireReply.wrongKey();
                    case BAD_REQUEST -> WireReply.error(400, "tools.0: a field is not permitted");
                    case UNKNOWN_MODEL -> WireReply.error(404, "model: contract-model");
                    case CONTEXT_TOO_LONG -> WireReply.contextTooLong();
                });
    }

    private WireReply cutOff() {
        WireReply reply = WireReply.says("This is a text that nobody will read to its end.");
        String body = reply.body(api, true);
        return reply.closeAt(body.indexOf("nobody") > 0 ? body.indexOf("nobody") : body.length() / 2);
    }

    @Override
    public void keepSilent() {
        server.enqueue(WireReply.hang());
    }

    @Override
    public void awaitSilentCall() {
        server.awaitRequest();
    }

    @Override
    public void assertFinished() {
        server.assertFinished();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
