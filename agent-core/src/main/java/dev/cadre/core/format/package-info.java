/** What the dialects of agent definitions mean, as tables: keys, tool words, and how a dialect is told. Inside agent-core only. */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.format;
