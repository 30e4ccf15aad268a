package dev.cadre.llm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.ToolCall;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Are the cases of {@link LlmProviderContract} about requests of all shapes; no client may lack them. */
interface RequestCases extends ContractCase {

    static Stream<String> shapes() {
        return ContractRequests.all().keySet().stream();
    }

    private LlmResponse ask(String shape, Told told) {
        LlmRequest request = ContractRequests.of(shape);
        boolean tools = request.tools().contains(ContractRequests.READ);
        answerIfScripted(
                tools
                        ? ContractCase.response(
                                StopReason.TOOL_USE,
                                new ContentBlock.Text("I will read it."),
                                new ToolCall("call-7", "Read", Map.of("file_path", "c.md")))
                        : ContractCase.text("All is well."));
        return generate(request, told);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    default void answers_requests_of_all_shapes(String shape) {
        LlmResponse response = ask(shape, new Told());

        assertThat(response.model()).isNotBlank();
        assertThat(response.message().content()).isNotEmpty();
        backend().assertFinished();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    default void tells_the_listener_the_text_of_the_answer(String shape) {
        Told told = new Told();

        LlmResponse response = ask(shape, told);

        assertThat(told.text()).isEqualTo(ContractCase.joinedText(response));
        assertThat(told.byCaller()).as("told on the calling thread").isTrue();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    default void gives_every_tool_call_an_id_and_a_name_that_was_offered(String shape) {
        Set<String> ids = new LinkedHashSet<>();

        LlmResponse response = ask(shape, new Told());

        for (ToolCall call : response.message().toolCalls()) {
            assertThat(call.id()).isNotBlank();
            assertThat(ids.add(call.id()))
                    .as("the id " + call.id() + " is unique")
                    .isTrue();
            assertThat(ContractRequests.of(shape).tools())
                    .anyMatch(tool -> tool.name().equals(call.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    default void stops_for_tools_only_if_it_calls_some(String shape) {
        LlmResponse response = ask(shape, new Told());

        assertThat(response.stopReason() == StopReason.TOOL_USE)
                .isEqualTo(!response.message().toolCalls().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    default void gives_answers_that_nobody_can_change(String shape) {
        LlmResponse response = ask(shape, new Told());

        assertThatThrownBy(() -> response.message().content().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        for (ToolCall call : response.message().toolCalls()) {
            assertThatThrownBy(() -> call.input().put("k", "v")).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
