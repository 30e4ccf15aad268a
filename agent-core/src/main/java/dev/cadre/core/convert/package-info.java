/**
 * Writes definitions in other dialects, and says what is lost.
 *
 * <p>A conversion that would give an agent more rights is refused unless the caller insists.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.convert;
