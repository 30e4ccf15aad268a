/**
 * A server on the loopback address that answers in the wire formats of Anthropic Messages, OpenAI Chat Completions and
 * OpenAI Responses, from scripts, faults included.
 *
 * <pre>{@code
 * try (WireServer server = WireServer.start()) {
 *     server.enqueue(WireReply.says("Hello"), WireReply.rateLimited(Duration.ofSeconds(3)));
 *     LlmClient client = provider.create(
 *             LlmSettings.builder().apiKey("key").baseUrl(server.url()).build());
 *     // …
 *     server.assertFinished();
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.testkit.wire;
