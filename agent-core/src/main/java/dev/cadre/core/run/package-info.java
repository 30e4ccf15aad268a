/**
 * One run: the loop, the effects through which it reaches the world, the events that it tells, and its result.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.run;
