/**
 * Finds definitions in folders, on the class path and in memory, and settles which of equal names counts.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.registry;
