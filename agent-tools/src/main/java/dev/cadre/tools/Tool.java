package dev.cadre.tools;

import dev.cadre.llm.ToolSpec;
import java.util.Map;

/**
 * Is something that a model can do.
 *
 * <p>Tools are given to the host's agent by hand; they are never discovered. Implementations must be thread-safe and
 * must keep what belongs to one run in {@link ToolContext#state}. Most are made by {@code Tools.tool(…)} from a record.
 */
public interface Tool {

    /** Returns what the model sees. */
    ToolSpec spec();

    /**
     * Checks an input and returns what it would do, without doing it.
     *
     * <p>The input is parsed here and nowhere else: the same immutable action is decided on, shown and performed.
     *
     * @throws ToolInputException if the input is not valid; the message tells the model what to change
     */
    ToolAction prepare(Map<String, Object> input);
}
