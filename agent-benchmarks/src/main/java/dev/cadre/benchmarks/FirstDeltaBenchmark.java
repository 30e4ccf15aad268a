package dev.cadre.benchmarks;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmProviders;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmSettings;
import dev.cadre.llm.Message;
import dev.cadre.llm.langchain4j.LangChain4j;
import dev.cadre.llm.testkit.wire.Gate;
import dev.cadre.llm.testkit.wire.WireApi;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how long the first delta of a stream takes from its arrival to the listener, through each provider.
 *
 * <p>The server on the loopback address sends the head of the answer and all before the first delta, then waits at a gate.
 * Measured is from the opening of the gate to the listener, so the server's own writing is counted in. A program and not a
 * JMH benchmark, for what is measured lies between two threads and is a part of a call.
 *
 * <p>Prints one line a provider and ends with status 1 if a median is above {@value #LIMIT_MILLIS} ms.
 */
public final class FirstDeltaBenchmark {

    private static final int LIMIT_MILLIS = 5;
    private static final int WARM_UP = 300;
    private static final int CALLS = 1_000;

    private FirstDeltaBenchmark() {}

    /** Runs all providers, one after the other. */
    public static void main(String[] args) throws Exception {
        System.out.printf("%-18s %10s %10s %10s%n", "first delta after", "median ms", "p99 ms", "max ms");
        boolean slow = false;
        try (WireServer server = WireServer.start()) {
            LlmSettings.Builder settings =
                    LlmSettings.builder().apiKey("a-key").model(WireReply.MODEL).baseUrl(server.url());
            LlmProviders providers = LlmProviders.load();
            slow |= report(
                    "anthropic", WireApi.ANTHROPIC_MESSAGES, providers.client("anthropic", settings.build()), server);
            settings.baseUrl(server.urlWithVersion());
            for (String api : List.of("chat", "responses")) {
                LlmClient client =
                        providers.client("openai", settings.property("api", api).build());
                WireApi format = api.equals("chat") ? WireApi.OPENAI_CHAT : WireApi.OPENAI_RESPONSES;
                slow |= report("openai " + api, format, client, server);
            }
            LlmClient langChain4j = LangChain4j.client(OpenAiStreamingChatModel.builder()
                    .baseUrl(server.urlWithVersion().toString())
                    .apiKey("a-key")
                    .modelName(WireReply.MODEL)
                    .build());
            slow |= report("langchain4j", WireApi.OPENAI_CHAT, langChain4j, server);
        }
        System.exit(slow ? 1 : 0);
    }

    private static boolean report(String name, WireApi api, LlmClient client, WireServer server) throws Exception {
        double[] millis = new double[CALLS];
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try (client) {
            for (int i = -WARM_UP; i < CALLS; i++) {
                double one = measure(api, client, server, caller);
                if (i >= 0) {
                    millis[i] = one;
                }
            }
        } finally {
            caller.shutdownNow();
        }
        Arrays.sort(millis);
        double median = millis[CALLS / 2];
        System.out.printf(
                Locale.ROOT, "%-18s %10.3f %10.3f %10.3f%n", name, median, millis[CALLS * 99 / 100], millis[CALLS - 1]);
        return median > LIMIT_MILLIS;
    }

    private static double measure(WireApi api, LlmClient client, WireServer server, ExecutorService caller)
            throws Exception {
        WireReply reply = WireReply.says("first last").deltaSize(5);
        String body = reply.body(api, true);
        int firstDelta = body.lastIndexOf("\n\n", body.indexOf("first")) + 2;
        Gate gate = Gate.closed();
        server.enqueue(reply.pauseAt(firstDelta, gate));
        FirstDelta first = new FirstDelta();
        LlmRequest request = LlmRequest.builder(client.defaultModel(), List.of(Message.user("Hello")))
                .build();
        Future<?> call = caller.submit(() -> client.generate(request, first, CancellationToken.create()));
        server.awaitRequest();
        Thread.sleep(2); // The client reads what comes before the first delta.
        long opened = System.nanoTime();
        gate.open();
        first.told.await();
        call.get();
        return (first.nanoTime - opened) / 1e6;
    }

    /** Notes when the first text comes. */
    private static final class FirstDelta implements LlmListener {

        private final CountDownLatch told = new CountDownLatch(1);
        private volatile long nanoTime;

        @Override
        public void onText(String delta) {
            if (told.getCount() > 0) {
                nanoTime = System.nanoTime();
                told.countDown();
            }
        }
    }
}
