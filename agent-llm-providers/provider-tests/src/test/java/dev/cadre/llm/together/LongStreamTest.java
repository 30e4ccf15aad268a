package dev.cadre.llm.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams ten megabytes in a hundred thousand deltas to a process with a small heap. */
class LongStreamTest {

    private static final int DELTAS = 100_000;
    private static final String DELTA = "0123456789".repeat(10);
    private static final String HEAP = "-Xmx96m";

    // The other collectors scatter blocks of ten megabytes until none fits, whatever is free.
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    /** Is the process: makes one call and says how many deltas and characters came. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            int[] deltas = new int[1];
            LlmListener counter = new LlmListener() {
                @Override
                public void onText(String delta) {
                    deltas[0]++;
                }
            };
            LlmRequest request = LlmRequest.builder(WireReply.MODEL, List.of(Message.user("Hello")))
                    .build();
            try (LlmClient client = Candidate.valueOf(args[0]).client(URI.create(args[1]), "a-key")) {
                LlmResponse response = client.generate(request, counter, CancellationToken.create());
                System.out.println(
                        deltas[0] + " deltas, " + response.message().text().length() + " characters");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void needs_little_more_memory_than_the_answer(Candidate candidate) throws IOException, InterruptedException {
        try (WireServer server = WireServer.start()) {
            server.enqueue(WireReply.says(DELTA.repeat(DELTAS)).deltaSize(DELTA.length()));
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            COLLECTOR,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            candidate.name(),
                            server.url().toString())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(printed).isZero();
            assertThat(printed).contains(DELTAS + " deltas, " + DELTAS * DELTA.length() + " characters");
        }
    }
}
