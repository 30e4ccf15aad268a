/** What reading, deciding and calling cost. Run with {@code agent-benchmarks/run}. */
@org.jspecify.annotations.NullMarked
package dev.cadre.benchmarks;
