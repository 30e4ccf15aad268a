/** The embedded default model, which extracts and quotes and needs neither key nor network. */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.offline;
