package dev.cadre.llm.testkit.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.LlmRetryableException;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import dev.cadre.llm.testkit.ScriptedLlm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CassetteLlmTest {

    private static final String KEY = "a-key-that-must-not-be-seen";

    @TempDir
    private Path folder;

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
        record(ScriptedLlm.script().answers(rich).says("Done.").build(), request("one"), request("two"));

        CassetteLlm replay = replaying().build();
        StringBuilder told = new StringBuilder();
        LlmListener listener = new LlmListener() {
            @Override
            public void onText(String delta) {
                told.append(delta);
            }
        };

        assertThat(replay.generate(request("one"), listener, CancellationToken.create()))
                .isEqualTo(rich);
        assertThat(told).hasToString("I will read\nboth: yes\n");
        assertThat(replay.generate(request("two")).message().text()).isEqualTo("Done.");
        assertThat(replay.defaultModel()).isEqualTo(ScriptedLlm.MODEL);
        replay.assertFinished();
    }

    @Test
    void answers_equal_requests_in_the_order_of_their_recording() {
        record(ScriptedLlm.script().says("first").says("second").build(), request("same"), request("same"));

        CassetteLlm replay = replaying().build();

        assertThat(replay.generate(request("same")).message().text()).isEqualTo("first");
        assertThat(replay.generate(request("same")).message().text()).isEqualTo("second");
        assertThatThrownBy(() -> replay.generate(request("same")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("all 2 recorded calls have been replayed");
    }

    @Test
    void shows_how_a_request_differs() {
        record(ScriptedLlm.script().says("x").build(), request("Count the files."));

        CassetteLlm replay = replaying().build();

        assertThatThrownBy(() -> replay.generate(request("Count the folders.")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it differs from recorded call 1 of 1")
                .hasMessageContaining("-       \"text\" : \"Count the files.\"")
                .hasMessageContaining("+       \"text\" : \"Count the folders.\"")
                .hasMessageContaining("-Dcadre.cassettes=record");
        assertThatThrownBy(replay::assertFinished).hasMessageContaining("1 of 1 calls");
    }

    @Test
    void replays_failures() {
        record(
                ScriptedLlm.script()
                        .fails(new LlmRetryableException("overloaded", Duration.ofSeconds(9), null))
                        .build(),
                request("one"));

        CassetteLlm replay = replaying().build();

        assertThatThrownBy(() -> replay.generate(request("one")))
                .isInstanceOfSatisfying(
                        LlmRetryableException.class,
                        failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(9)))
                .hasMessage("overloaded");
    }

    @Test
    void keeps_secrets_out_of_the_file() throws IOException {
        ScriptedLlm llm = ScriptedLlm.script()
                .says("The key is " + KEY + " and sk-ant-REDACTED.")
                .callsTool("Bash", Map.of("command", "curl -H 'Authorization: Bearer abcdefghijklmnop1234'"))
                .build();
        record(llm, request("My key is " + KEY), request("AKIAABCDEFGHIJKLMNOP"));

        assertThat(Files.readString(cassette()))
                .contains("[redacted]")
                .doesNotContain(KEY, "sk-ant-api03", "abcdefghijklmnop1234", "AKIAABCDEFGHIJKLMNOP");
        assertThat(replaying()
                        .build()
                        .generate(request("My key is another"))
                        .message()
                        .text())
                .as("a request is the same with another key")
                .isNotEmpty();
    }

    @Test
    void writes_what_differs_between_runs_as_placeholders() throws IOException {
        ScriptedLlm llm = ScriptedLlm.script()
                .callsTool("Read", Map.of("path", "/tmp/run-1/notes.md"))
                .build();
        try (CassetteLlm recording =
                recording(llm).placeholder("workspace", "/tmp/run-1").build()) {
            recording.generate(request("You work in /tmp/run-1."));
        }

        CassetteLlm replay =
                replaying().placeholder("workspace", "/elsewhere/run-2").build();
        LlmResponse response = replay.generate(request("You work in /elsewhere/run-2."));

        assertThat(Files.readString(cassette())).doesNotContain("run-1").contains("${workspace}");
        assertThat(response.message().toolCalls().get(0).input()).containsEntry("path", "/elsewhere/run-2/notes.md");
    }

    @Test
    void finds_requests_of_every_shape_again() {
        LlmRequest rich = LlmRequest.builder(
                        "m",
                        List.of(
                                Message.user("x"),
                                new Message.Assistant(
                                        List.of(new ToolCall("c1", "Read", Map.of("n", 1, "deep", List.of(1, 2.5))))),
                                new Message.User(List.of(
                                        new ToolResult(
                                                "c1", List.of(new ContentBlock.Image("image/png", "aGk=")), false),
                                        new ContentBlock.Document("application/pdf", "aGk=", "t")))))
                .system("line one\n  line two\t\n")
                .tools(List.of(new ToolSpec("Read", "yes", Map.of("type", "object"))))
                .options(RequestOptions.builder()
                        .maxTokens(5)
                        .temperature(0.0)
                        .effort(RequestOptions.Effort.HIGH)
                        .stopSequences(List.of("1.0", "null", "~"))
                        .responseSchema(Map.of("type", "object"))
                        .build())
                .build();
        record(ScriptedLlm.script().says("found").build(), rich);

        assertThat(replaying().build().generate(rich).message().text()).isEqualTo("found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yes",
                "null",
                "1",
                "1.0",
                "0x1F",
                "~",
                "- x",
                "a: b",
                "# c",
                "\"",
                "'",
                "\\",
                "%",
                "@",
                "`",
                "\t",
                "\n",
                "\n\n",
                "x\n",
                "x\n\n",
                " x\n y",
                "\r\n",
                "\u0000",
                "\u0007",
                "\ufeff",
                "\u2028",
                "🌍",
                "é",
                "---\na\n...",
                "{}",
                "[]",
                "!tag",
                "&a",
                "*a",
                "|",
                ">",
                "2026-01-01",
                "trailing ",
                "a\n trailing \n"
            })
    void keeps_texts_through_the_file(String text) {
        record(ScriptedLlm.script().says(text).build(), request("to " + text));

        assertThat(replaying().build().generate(request("to " + text)).message().text())
                .isEqualTo(text);
    }

    @Test
    void remembers_what_names_of_models_meant() {
        try (CassetteLlm recording = recording(ScriptedLlm.script().build()).build()) {
            assertThat(recording.resolveModel("sonnet")).contains("sonnet");
        }

        assertThat(replaying().build().resolveModel("sonnet")).contains("sonnet");
        assertThat(replaying().build().resolveModel("opus")).isEmpty();
    }

    @Test
    void records_once_if_absent() {
        try (CassetteLlm first = CassetteLlm.builder(cassette())
                .mode(CassetteMode.RECORD_IF_ABSENT)
                .client(() -> ScriptedLlm.script().says("once").build())
                .build()) {
            assertThat(first.isRecording()).isTrue();
            first.generate(request("x"));
        }
        CassetteLlm second = CassetteLlm.builder(cassette())
                .mode(CassetteMode.RECORD_IF_ABSENT)
                .build();

        assertThat(second.isRecording()).isFalse();
        assertThat(second.generate(request("x")).message().text()).isEqualTo("once");
    }

    @ParameterizedTest
    @EnumSource(
            value = CassetteMode.class,
            names = {"RECORD", "RECORD_IF_ABSENT"})
    void needs_a_client_to_record(CassetteMode mode) {
        CassetteLlm.Builder builder = CassetteLlm.builder(cassette()).mode(mode);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give the cassette a client");
    }

    @Test
    void says_how_to_record_a_cassette_that_is_not_there() {
        CassetteLlm.Builder builder = replaying();

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no cassette")
                .hasMessageContaining("-Dcadre.cassettes=record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "cadre-cassette: 2",
                "cadre-cassette: 1\ncalls: [1]",
                "{",
                "cadre-cassette: 1\ncalls: [{}]"
            })
    void says_that_a_cassette_is_damaged(String content) throws IOException {
        Files.writeString(cassette(), content);
        CassetteLlm.Builder builder = replaying();

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged; record it anew");
    }

    private void record(LlmClient real, LlmRequest... requests) {
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

    private CassetteLlm.Builder recording(LlmClient real) {
        return CassetteLlm.builder(cassette())
                .mode(CassetteMode.RECORD)
                .secret(KEY)
                .client(() -> real);
    }

    private CassetteLlm.Builder replaying() {
        return CassetteLlm.builder(cassette()).mode(CassetteMode.REPLAY).secret("another");
    }

    private Path cassette() {
        return folder.resolve("calls.yaml");
    }

    private static LlmRequest request(String text) {
        return LlmRequest.builder(ScriptedLlm.MODEL, List.of(Message.user(text)))
                .build();
    }
}
