/**
 * Model calls that are recorded once and replayed in every later test run, without key and network; start at {@link
 * dev.cadre.llm.testkit.cassette.CassetteLlm}.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.testkit.cassette;
