package dev.cadre.llm.testkit.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.ScriptedLlm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CassetteLlmTest {

    @TempDir
    private Path folder;

    private CassetteFile cassette;

    @BeforeEach
    void name() {
        cassette = new CassetteFile(folder.resolve("calls.yaml"));
    }

    @Test
    void replays_what_it_recorded() {
        LlmResponse rich = new LlmResponse(
                new Message.Assistant(List.of(
                        new ContentBlock.Thinking("Hm.", "c2ln"),
                        new ContentBlock.Text("I will read\nboth: yes\n"),
                        new ToolCall("c1", "Read", Map.of("path", "a", "limit", 10, "ratio", 0.5)))),
                StopReason.TOOL_USE,
                new TokenUsage(1, 2, 3, 4),
                "real-model");
        cassette.record(
                ScriptedLlm.script().answers(rich).says("Done.").build(),
                CassetteFile.request("one"),
                CassetteFile.request("two"));

        CassetteLlm replay = cassette.replaying().build();
        StringBuilder told = new StringBuilder();
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                told.append(delta);
            }
        };

        assertThat(replay.generate(CassetteFile.request("one"), listener, CancellationToken.create()))
                .isEqualTo(rich);
        assertThat(told).hasToString("I will read\nboth: yes\n");
        assertThat(replay.generate(CassetteFile.request("two")).message().text())
                .isEqualTo("Done.");
        assertThat(replay.defaultModel()).isEqualTo(ScriptedLlm.MODEL);
        replay.assertFinished();
    }

    @Test
    void answers_equal_requests_in_the_order_of_their_recording() {
        cassette.record(
                ScriptedLlm.script().says("first").says("second").build(),
                CassetteFile.request("same"),
                CassetteFile.request("same"));

        CassetteLlm replay = cassette.replaying().build();

        assertThat(replay.generate(CassetteFile.request("same")).message().text())
                .isEqualTo("first");
        assertThat(replay.generate(CassetteFile.request("same")).message().text())
                .isEqualTo("second");
        assertThatThrownBy(() -> replay.generate(CassetteFile.request("same")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("all 2 recorded calls have been replayed");
    }

    @Test
    void shows_how_a_request_differs() {
        cassette.record(ScriptedLlm.script().says("x").build(), CassetteFile.request("Count the files."));

        CassetteLlm replay = cassette.replaying().build();

        assertThatThrownBy(() -> replay.generate(CassetteFile.request("Count the folders.")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it differs from recorded call 1 of 1")
                .hasMessageContaining("-       \"text\" : \"Count the files.\"")
                .hasMessageContaining("+       \"text\" : \"Count the folders.\"")
                .hasMessageContaining("-Dcadre.cassettes=record");
        assertThatThrownBy(replay::assertFinished).hasMessageContaining("1 of 1 calls");
    }

    @Test
    void replays_failures() {
        cassette.record(
                ScriptedLlm.script()
                        .fails(new LlmRetryableException("overloaded", Duration.ofSeconds(9), null))
                        .build(),
                CassetteFile.request("one"));

        CassetteLlm replay = cassette.replaying().build();

        assertThatThrownBy(() -> replay.generate(CassetteFile.request("one")))
                .isInstanceOfSatisfying(
                        LlmRetryableException.class,
                        failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(9)))
                .hasMessage("overloaded");
    }

    @Test
    void remembers_what_names_of_models_meant() {
        try (CassetteLlm recording =
                cassette.recording(ScriptedLlm.script().build()).build()) {
            assertThat(recording.resolveModel("sonnet")).contains("sonnet");
        }

        assertThat(cassette.replaying().build().resolveModel("sonnet")).contains("sonnet");
        assertThat(cassette.replaying().build().resolveModel("opus")).isEmpty();
    }

    @Test
    void records_once_if_absent() {
        try (CassetteLlm first = CassetteLlm.builder(cassette.file())
                .mode(CassetteMode.RECORD_IF_ABSENT)
                .client(() -> ScriptedLlm.script().says("once").build())
                .build()) {
            assertThat(first.isRecording()).isTrue();
            first.generate(CassetteFile.request("x"));
        }
        CassetteLlm second = CassetteLlm.builder(cassette.file())
                .mode(CassetteMode.RECORD_IF_ABSENT)
                .build();

        assertThat(second.isRecording()).isFalse();
        assertThat(second.generate(CassetteFile.request("x")).message().text()).isEqualTo("once");
    }

    @ParameterizedTest
    @EnumSource(
            value = CassetteMode.class,
            names = {"RECORD", "RECORD_IF_ABSENT"})
    void needs_a_client_to_record(CassetteMode mode) {
        CassetteLlm.Builder builder = CassetteLlm.builder(cassette.file()).mode(mode);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give the cassette a client");
    }

    @Test
    void says_how_to_record_a_cassette_that_is_not_there() {
        CassetteLlm.Builder builder = cassette.replaying();

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no cassette")
                .hasMessageContaining("-Dcadre.cassettes=record");
    }
}
