package dev.cadre.llm.langchain4j;

import dev.cadre.llm.LlmClient;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;

/**
 * Bridges to LangChain4j: its models become {@link LlmClient}s, and our clients its models.
 *
 * <pre>{@code
 * StreamingChatModel model = …; // Bedrock, Gemini, Mistral, watsonx, whatever LangChain4j reaches
 * LlmClient client = LangChain4j.client(model);
 * }</pre>
 *
 * <p>A model is made and configured by its own builder, so there is nothing for {@code provider/model} names to find: pass
 * the client to the agent. Turn off the model's own retries where {@link dev.cadre.llm.Llm#retrying} is used.
 *
 * <p>LangChain4j has no words for some of what a request says: effort is not passed on, a thinking block of another
 * provider is left out, tokens of a cache are not told apart, text stands before tool calls, and stop sequences and
 * pauses are not told from ordinary ends.
 */
public final class LangChain4j {

    private LangChain4j() {}

    /**
     * Makes a client of a model that streams.
     *
     * <p>The listener is told deltas as they arrive, on the calling thread. Cancellation cancels the stream, as far as
     * the model supports it, and ends the call at once in any case.
     */
    public static LlmClient client(StreamingChatModel model) {
        return new ModelClient(model::chat, model.defaultRequestParameters());
    }

    /**
     * Makes a client of a model that does not stream.
     *
     * <p>Each call runs on a daemon thread of its own, so that cancellation can end it: that thread is interrupted, and
     * the calling thread does not wait for it. The listener is told the whole answer when it is there.
     */
    public static LlmClient client(ChatModel model) {
        return new ModelClient(new BlockingCalls(model), model.defaultRequestParameters());
    }

    /** Makes a model of a client; requests that name no model use the client's default. */
    public static ChatModel chatModel(LlmClient client) {
        return new ClientModel(client);
    }

    /** Makes a streaming model of a client; its handler is called on the calling thread. */
    public static StreamingChatModel streamingChatModel(LlmClient client) {
        return new StreamingClientModel(client);
    }
}
