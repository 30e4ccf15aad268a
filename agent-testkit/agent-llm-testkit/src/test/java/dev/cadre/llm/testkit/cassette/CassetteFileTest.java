package dev.cadre.llm.testkit.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.ToolCall;
import dev.cadre.llm.ToolResult;
import dev.cadre.llm.ToolSpec;
import dev.cadre.llm.testkit.ScriptedLlm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows what a cassette's file holds, and what it does not. */
class CassetteFileTest {

    @TempDir
    private Path folder;

    private CassetteFile cassette;

    @BeforeEach
    void name() {
        cassette = new CassetteFile(folder.resolve("calls.yaml"));
    }

    @Test
    void keeps_secrets_out_of_the_file() throws IOException {
        ScriptedLlm llm = ScriptedLlm.script()
                .says("The key is " + CassetteFile.KEY + " and sk-ant-REDACTED.")
                .callsTool("Bash", Map.of("command", "curl -H 'Authorization: Bearer abcdefghijklmnop1234'"))
                .build();
        cassette.record(
                llm,
                CassetteFile.request("My key is " + CassetteFile.KEY),
                CassetteFile.request("AKIAABCDEFGHIJKLMNOP"));

        assertThat(Files.readString(cassette.file()))
                .contains("[redacted]")
                .doesNotContain(CassetteFile.KEY, "sk-ant-api03", "abcdefghijklmnop1234", "AKIAABCDEFGHIJKLMNOP");
        assertThat(cassette.replaying()
                        .build()
                        .generate(CassetteFile.request("My key is another"))
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
                cassette.recording(llm).placeholder("workspace", "/tmp/run-1").build()) {
            recording.generate(CassetteFile.request("You work in /tmp/run-1."));
        }

        CassetteLlm replay = cassette.replaying()
                .placeholder("workspace", "/elsewhere/run-2")
                .build();
        LlmResponse response = replay.generate(CassetteFile.request("You work in /elsewhere/run-2."));

        assertThat(Files.readString(cassette.file())).doesNotContain("run-1").contains("${workspace}");
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
        cassette.record(ScriptedLlm.script().says("found").build(), rich);

        assertThat(cassette.replaying().build().generate(rich).message().text()).isEqualTo("found");
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
        cassette.record(ScriptedLlm.script().says(text).build(), CassetteFile.request("to " + text));

        assertThat(cassette.replaying()
                        .build()
                        .generate(CassetteFile.request("to " + text))
                        .message()
                        .text())
                .isEqualTo(text);
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
        Files.writeString(cassette.file(), content);
        CassetteLlm.Builder builder = cassette.replaying();

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged; record it anew");
    }
}
