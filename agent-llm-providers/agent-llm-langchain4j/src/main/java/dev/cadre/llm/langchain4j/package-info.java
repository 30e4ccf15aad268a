/** LangChain4j's models as clients of ours, and the other way round; start at {@link LangChain4j}. */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.langchain4j;
