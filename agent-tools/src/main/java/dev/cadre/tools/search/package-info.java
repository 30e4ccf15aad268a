/** Finds files by name and content. */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.search;
