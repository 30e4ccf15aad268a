/**
 * OpenAI's models, and servers that speak its APIs, as the provider {@code openai}.
 *
 * <p>{@link dev.cadre.llm.openai.OpenAiProvider} is all that users meet; no type of the vendor's SDK is exported.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.openai;
