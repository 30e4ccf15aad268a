/**
 * What is wrong with a file, where, and what to do about it.
 *
 * <p>A {@link dev.cadre.core.diagnostic.Diagnostic} is plain data with a stable code and a place in the source; renderers
 * turn lists of them into text for people, JSON, or SARIF. Nothing here performs input or output.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.diagnostic;
