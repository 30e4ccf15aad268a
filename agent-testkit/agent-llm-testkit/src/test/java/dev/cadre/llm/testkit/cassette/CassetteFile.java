package dev.cadre.llm.testkit.cassette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.testkit.ScriptedLlm;
import java.nio.file.Path;
import java.util.List;

/** Is a cassette of a test, with a key that must not get into it. */
record CassetteFile(Path file) {

    static final String KEY = "a-key-that-must-not-be-seen";

    void record(LlmClient real, LlmRequest... requests) {
        try (CassetteLlm recording = recording(real).build()) {
            for (LlmRequest request : requests) {
                try {
                    recording.generate(request);
                } catch (LlmRetryableException e) {
                    assertThat(e).hasMessage("overloaded");
                }
            }
        }
    }

    CassetteLlm.Builder recording(LlmClient real) {
        return CassetteLlm.builder(file).mode(CassetteMode.RECORD).secret(KEY).client(() -> real);
    }

    CassetteLlm.Builder replaying() {
        return CassetteLlm.builder(file).mode(CassetteMode.REPLAY).secret("another");
    }

    static LlmRequest request(String text) {
        return LlmRequest.builder(ScriptedLlm.MODEL, List.of(Message.user(text)))
                .build();
    }
}
