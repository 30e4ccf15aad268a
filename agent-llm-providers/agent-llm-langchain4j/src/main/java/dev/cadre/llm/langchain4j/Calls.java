package dev.cadre.llm.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;

/** Starts a call that is told of its course, on any thread. */
@FunctionalInterface
interface Calls {

    void start(ChatRequest request, ModelCall call);
}
