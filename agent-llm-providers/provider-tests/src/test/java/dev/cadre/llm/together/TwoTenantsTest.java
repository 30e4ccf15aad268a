package dev.cadre.llm.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.Agent;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.run.EventJson;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs agents of two tenants with two keys side by side in one JVM. */
class TwoTenantsTest {

    private static final int RUNS = 10;

    /** Is one tenant: a key, a word that only its model and its user say, and the service that it calls. */
    private record Tenant(String key, String word, WireServer server) {

        /** Runs an agent again and again, and returns all that was told. */
        String work(LlmClient client) {
            AgentDefinition definition = AgentDefinition.builder("worker", "Works", "Work on " + word + ".")
                    .build();
            StringBuilder told = new StringBuilder();
            try (client;
                    Agent agent = Agent.builder(definition).llm(client).build()) {
                for (int i = 0; i < RUNS; i++) {
                    server.enqueue(WireReply.says("Here is " + word + ", as you wished.")
                            .splitEvery(20));
                    agent.run("Say " + word, event -> told.append(EventJson.of(event)));
                }
            }
            return told.toString();
        }

        void assertApartFrom(Tenant other, String told) {
            server.assertFinished();
            assertThat(server.requests()).hasSize(RUNS).allSatisfy(request -> {
                assertThat(request.headers().toString()).contains(key).doesNotContain(other.key);
                assertThat(request.body()).contains(word).doesNotContain(other.word, key, other.key);
            });
            assertThat(told).contains(word).doesNotContain(other.word, key, other.key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void never_meet_each_others_key_or_words(Candidate candidate) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (WireServer oneServer = WireServer.start();
                WireServer otherServer = WireServer.start()) {
            Tenant one = new Tenant("sk-tenant-one-0123456789", "aquamarine", oneServer);
            Tenant other = new Tenant("sk-tenant-two-9876543210", "vermilion", otherServer);

            List<Callable<String>> work =
                    List.of(() -> one.work(client(candidate, one)), () -> other.work(client(candidate, other)));
            List<Future<String>> told = threads.invokeAll(work);

            one.assertApartFrom(other, told.get(0).get());
            other.assertApartFrom(one, told.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static LlmClient client(Candidate candidate, Tenant tenant) {
        return candidate.client(tenant.server(), tenant.key());
    }
}
