/**
 * Claude models through Anthropic's Messages API, as the provider {@code anthropic}.
 *
 * <p>{@link dev.cadre.llm.anthropic.AnthropicProvider} is all that users meet; no type of the vendor's SDK is exported.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.anthropic;
