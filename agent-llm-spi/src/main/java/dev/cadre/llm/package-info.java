/**
 * Requests to and responses from a language model, as plain data.
 *
 * <p>JSON objects are ordered, unmodifiable {@code Map<String, Object>} of strings, numbers, booleans, nulls, lists
 * and maps; {@link dev.cadre.llm.Json} makes them. Providers are found by {@link dev.cadre.llm.LlmProviders}.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm;
