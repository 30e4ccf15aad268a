/** The records of tool calls, and the chain of hashes that holds them together. */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.audit;
