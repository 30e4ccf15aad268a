/** What tests of agents and providers use in place of a model. */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.testkit;
