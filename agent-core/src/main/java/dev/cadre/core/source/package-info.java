/**
 * From bytes to a tree of located values: decoding, frontmatter, YAML, recovery. Inside agent-core only.
 *
 * <p>Nothing here knows what a key means, except which keys restrict: those are never guessed.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.source;
