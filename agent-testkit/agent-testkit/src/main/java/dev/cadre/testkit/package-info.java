/**
 * Tests of agents without key, network or chance; start at {@link dev.cadre.testkit.AgentTest}.
 *
 * <pre>{@code
 * @AgentTest
 * void writes_the_report(AgentBench bench) {
 *     bench.file("notes.md", "Buy milk.");
 *     bench.script(ScriptedLlm.script()
 *             .callsTool("Read", Map.of("file_path", "notes.md"))
 *             .says("There is milk to buy."));
 *
 *     AgentResult result = bench.run(definition, "What is to do?");
 *
 *     assertThat(result).isCompleted().calledTools("Read").hasNoDenials();
 * }
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.testkit;
