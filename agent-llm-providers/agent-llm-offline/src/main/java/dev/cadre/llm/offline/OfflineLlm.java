package dev.cadre.llm.offline;

import dev.cadre.llm.CancellationToken;
import dev.cadre.llm.LlmCancelledException;
import dev.cadre.llm.LlmClient;
import dev.cadre.llm.LlmListener;
import dev.cadre.llm.LlmRequest;
import dev.cadre.llm.LlmRequestException;
import dev.cadre.llm.LlmResponse;
import dev.cadre.llm.Message;
import dev.cadre.llm.StopReason;
import dev.cadre.llm.TokenUsage;
import java.util.Optional;

/**
 * Answers model calls by extraction, without a language model, a key or a network.
 *
 * <p>It reads the structure of the system prompt (steps, inputs, files to write and their sections, checklists), reads
 * and searches the workspace with whatever tools the request offers, and writes what was asked for out of quoted lines,
 * each with its file and line. Where it finds nothing it says so. It writes no code and makes no judgement. Good for
 * trying definitions, smoke tests and CI.
 *
 * <p>Deterministic and stateless: an answer depends on nothing but the request, and everything it did before is read
 * from the transcript. Immutable and thread-safe. It uses no tokens.
 *
 * <pre>{@code
 * LlmClient client = OfflineLlm.create();
 * }</pre>
 */
public final class OfflineLlm implements LlmClient {

    private static final String MODEL = "extract-1";

    private OfflineLlm() {}

    /** Makes a client. */
    public static OfflineLlm create() {
        return new OfflineLlm();
    }

    /**
     * Answers with the next tool calls, or with the report once the work is done.
     *
     * @throws LlmRequestException if the request demands an answer by a schema, which extraction can't give
     */
    @Override
    public LlmResponse generate(LlmRequest request, LlmListener listener, CancellationToken cancellation) {
        if (request.options().responseSchema().isPresent()) {
            throw new LlmRequestException(
                    "the offline model can't answer by a schema; use a language model such as anthropic or openai",
                    null);
        }
        Message.Assistant answer = Work.next(request, () -> checkCancelled(cancellation));
        if (!answer.text().isEmpty()) {
            listener.onText(answer.text());
        }
        StopReason reason = answer.toolCalls().isEmpty() ? StopReason.END_TURN : StopReason.TOOL_USE;
        return new LlmResponse(answer, reason, TokenUsage.NONE, MODEL);
    }

    private static void checkCancelled(CancellationToken cancellation) {
        if (cancellation.isCancelled()) {
            throw new LlmCancelledException("the offline model was told to stop", null);
        }
    }

    @Override
    public String defaultModel() {
        return MODEL;
    }

    /** Returns the one model that there is: it stands in for every other, and the response names it. */
    @Override
    public Optional<String> resolveModel(String name) {
        return Optional.of(MODEL);
    }
}
