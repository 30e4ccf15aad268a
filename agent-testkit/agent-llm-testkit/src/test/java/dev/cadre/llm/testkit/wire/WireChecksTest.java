package dev.cadre.llm.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireChecksTest {

    private static final String CALL =
            "{'role':'assistant','content':[{'type':'tool_use','id':'a','name':'Read','input':{}}]}";
    private static final String RESULT =
            "{'role':'user','content':[{'type':'tool_result','tool_use_id':'a','content':'x'}]}";

    @Test
    void accepts_a_whole_conversation_with_tools() {
        assertThat(anthropic("{'role':'user','content':'x'}," + CALL + "," + RESULT))
                .isEmpty();
        assertThat(check(
                        "/v1/chat/completions",
                        "{'model':'m','messages':[{'role':'user','content':'x'},{'role':'assistant','content':null,"
                                + "'tool_calls':[{'id':'a','type':'function','function':{'name':'Read','arguments':'{}'}}]},"
                                + "{'role':'tool','tool_call_id':'a','content':'x'}]}"))
                .isEmpty();
        assertThat(
                        check(
                                "/v1/responses",
                                "{'model':'m','input':[{'role':'user','content':'x'},{'type':'function_call','call_id':'a',"
                                        + "'name':'Read','arguments':'{}'},{'type':'function_call_output','call_id':'a','output':'x'}]}"))
                .isEmpty();
    }

    @Test
    void misses_the_result_of_a_call() {
        assertThat(anthropic("{'role':'user','content':'x'}," + CALL + ",{'role':'user','content':'y'}"))
                .first()
                .asString()
                .contains("have no result in the next message: [a]");
    }

    @Test
    void misses_the_call_of_a_result() {
        assertThat(anthropic(RESULT)).first().asString().contains("must name a call of the message before, found a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/messages|{'model':'m','messages':[{'role':'user','content':'x'}]}|max_tokens must be sent",
                "/v1/messages|{'model':'m','max_tokens':1,'messages':[]}|messages must not be empty",
                "/v1/messages|{'max_tokens':1,'messages':[{'role':'user','content':'x'}]}|model must be a text",
                "/v1/messages|{'model':'m','max_tokens':1,'temperature':1.5,'messages':[{'role':'user','content':'x'}]}"
                        + "|temperature must be a number from 0.0 to 1.0, found 1.5",
                "/v1/messages|{'model':'m','max_tokens':1,'messages':[{'role':'system','content':'x'}]}|role must be one",
                "/v1/messages|{'model':'m','max_tokens':1,'tools':[{'name':'a b','input_schema':{'type':'object'}}],"
                        + "'messages':[{'role':'user','content':'x'}]}|the tool name \"a b\" must be",
                "/v1/chat/completions|{'model':'m','messages':[{'role':'user'}]}|content must be sent",
                "/v1/chat/completions|{'model':'m','stream_options':{},'messages':[{'role':'user','content':'x'}]}"
                        + "|stream_options is for streamed answers only",
                "/v1/responses|{'model':'m','input':[{'type':'function_call_output','call_id':'z','output':''}]}"
                        + "|call_id must name an earlier call, found z",
                "/v1/responses|no json|the body is no JSON object",
                "/elsewhere|{}|no known API"
            })
    void names_what_is_wrong(String path, String body, String violation) {
        assertThat(check(path, body)).anySatisfy(found -> assertThat(found).contains(violation));
    }

    private static List<String> anthropic(String messages) {
        return check("/v1/messages", "{'model':'m','max_tokens':1,'messages':[" + messages + "]}");
    }

    private static List<String> check(String path, String body) {
        return WireChecks.check(new WireRequest(
                "POST",
                path,
                List.of(Map.entry("X-Api-Key", "k"), Map.entry("anthropic-version", "2023-06-01")),
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
