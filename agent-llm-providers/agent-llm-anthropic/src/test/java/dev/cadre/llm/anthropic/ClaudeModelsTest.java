package dev.cadre.llm.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.RequestOptions.Effort;
import dev.cadre.llm.anthropic.ClaudeModels.Thought;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaudeModelsTest {

    @ParameterizedTest
    @CsvSource({
        "claude-sonnet-5-5,ADAPTIVE",
        "claude-opus-5,ADAPTIVE",
        "claude-fable-5-2,ADAPTIVE",
        "claude-opus-4-6,ADAPTIVE",
        "claude-mythos-preview,ADAPTIVE",
        "qwen3:8b,ADAPTIVE",
        "claude-opus-4-5-20251101,EFFORT_ONLY",
        "claude-sonnet-4-5-20250929,BUDGET",
        "claude-haiku-4-5,BUDGET",
        "claude-opus-4-20250514,BUDGET",
        "claude-3-7-sonnet-20250219,BUDGET"
    })
    void knows_how_a_model_is_asked_for_thought(String id, Thought expected) {
        assertThat(ClaudeModels.thought(id)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5-5,XHIGH,xhigh",
        "claude-opus-5-5,MAX,max",
        "claude-opus-4-6,XHIGH,high",
        "claude-opus-4-6,MAX,max",
        "claude-opus-4-5,MAX,high",
        "claude-opus-4-5,LOW,low",
        "model-of-the-future,XHIGH,xhigh"
    })
    void takes_the_nearest_effort_that_a_model_knows(String id, Effort wanted, String expected) {
        assertThat(ClaudeModels.effort(id, wanted)).isEqualTo(expected);
    }
}
