/** What reading, deciding and calling cost. Run with {@code java -cp … org.openjdk.jmh.Main PATTERN}. */
@org.jspecify.annotations.NullMarked
package dev.cadre.benchmarks;
