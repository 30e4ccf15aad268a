package dev.cadre.llm.anthropic;

import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.ThinkingConfigEnabled;
import com.anthropic.models.messages.Tool;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.Message;
import dev.cadre.llm.RequestOptions;
import dev.cadre.llm.RequestOptions.Effort;
import dev.cadre.llm.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a request in the words of the Messages API.
 *
 * <p>Of the four marks that the prompt cache allows, one each ends the tools, the system prompt, and the last two user
 * messages. The one before the last is there because the service looks back 20 blocks only, and a turn of many
 * parallel calls is longer.
 */
final class RequestWriter {

    /** What every Claude 4 model and its successors can write in one answer. */
    static final int DEFAULT_MAX_TOKENS = 32_000;

    private static final int SMALLEST_BUDGET = 1024;
    private static final int MARKED_USER_MESSAGES = 2;

    private final boolean caching;

    RequestWriter(boolean caching) {
        this.caching = caching;
    }

    MessageCreateParams write(LlmRequest request) {
        RequestOptions options = request.options();
        int maxTokens = options.maxTokens().orElse(DEFAULT_MAX_TOKENS);
        MessageCreateParams.Builder params =
                MessageCreateParams.builder().model(request.model()).maxTokens(maxTokens);
        writeTools(request.tools(), params);
        if (!request.system().isBlank()) {
            TextBlockParam.Builder system = TextBlockParam.builder().text(request.system());
            mark().ifPresent(system::cacheControl);
            params.systemOfTextBlockParams(List.of(system.build()));
        }
        writeMessages(request.messages(), params);
        // The SDK has no word for it any more, older models and compatible servers do.
        options.temperature().ifPresent(value -> params.putAdditionalBodyProperty("temperature", JsonValues.of(value)));
        options.stopSequences().forEach(params::addStopSequence);
        writeThought(request.model(), options, maxTokens, params);
        return params.build();
    }

    private Optional<CacheControlEphemeral> mark() {
        return caching ? Optional.of(CacheControlEphemeral.builder().build()) : Optional.empty();
    }

    private void writeTools(List<ToolSpec> tools, MessageCreateParams.Builder params) {
        for (int i = 0; i < tools.size(); i++) {
            ToolSpec spec = tools.get(i);
            Tool.InputSchema.Builder schema = Tool.InputSchema.builder();
            spec.inputSchema().forEach((key, value) -> {
                if (key.equals("type")) {
                    schema.type(JsonValues.of(value));
                } else {
                    schema.putAdditionalProperty(key, JsonValues.of(value));
                }
            });
            Tool.Builder tool = Tool.builder()
                    .name(spec.name())
                    .description(spec.description())
                    .inputSchema(schema.build());
            if (i == tools.size() - 1) {
                mark().ifPresent(tool::cacheControl);
            }
            params.addTool(tool.build());
        }
    }

    private void writeMessages(List<Message> messages, MessageCreateParams.Builder params) {
        int marksFrom = marksFrom(messages);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            boolean user = message instanceof Message.User;
            ContentWriter content = new ContentWriter(user && i >= marksFrom ? mark() : Optional.empty());
            if (user) {
                var blocks = content.userBlocks(message.content());
                if (!blocks.isEmpty()) {
                    params.addUserMessageOfContentBlockParams(blocks);
                }
            } else {
                var blocks = content.assistantBlocks(message.content());
                if (!blocks.isEmpty()) {
                    params.addAssistantMessageOfContentBlockParams(blocks);
                }
            }
        }
    }

    /** Returns the index of the first message that may carry a mark. */
    private static int marksFrom(List<Message> messages) {
        int index = messages.size();
        for (int found = 0; index > 0 && found < MARKED_USER_MESSAGES; ) {
            index--;
            if (messages.get(index) instanceof Message.User) {
                found++;
            }
        }
        return index;
    }

    private static void writeThought(
            String model, RequestOptions options, int maxTokens, MessageCreateParams.Builder params) {
        OutputConfig.Builder output = OutputConfig.builder();
        options.responseSchema().ifPresent(schema -> output.format(format(schema)));
        ClaudeModels.Thought thought = ClaudeModels.thought(model);
        boolean takesEffort = thought != ClaudeModels.Thought.BUDGET;
        options.effort().ifPresent(effort -> {
            if (takesEffort) {
                output.effort(OutputConfig.Effort.of(ClaudeModels.effort(model, effort)));
            }
            if (thought == ClaudeModels.Thought.ADAPTIVE) {
                params.thinking(ThinkingConfigAdaptive.builder()
                        .display(ThinkingConfigAdaptive.Display.SUMMARIZED)
                        .build());
            } else if (budget(effort, maxTokens) >= SMALLEST_BUDGET) {
                params.thinking(ThinkingConfigEnabled.builder()
                        .budgetTokens(budget(effort, maxTokens))
                        .build());
            }
        });
        if (options.responseSchema().isPresent()
                || (takesEffort && options.effort().isPresent())) {
            params.outputConfig(output.build());
        }
    }

    private static JsonOutputFormat format(Map<String, Object> schema) {
        JsonOutputFormat.Schema.Builder builder = JsonOutputFormat.Schema.builder();
        schema.forEach((key, value) -> builder.putAdditionalProperty(key, JsonValues.of(value)));
        return JsonOutputFormat.builder().schema(builder.build()).build();
    }

    /** Shares the output between thinking and answer; a low effort does without thinking. */
    private static int budget(Effort effort, int maxTokens) {
        return switch (effort) {
            case LOW -> 0;
            case MEDIUM -> maxTokens / 8;
            case HIGH -> maxTokens / 3;
            case XHIGH, MAX -> maxTokens / 4 * 3;
        };
    }
}
