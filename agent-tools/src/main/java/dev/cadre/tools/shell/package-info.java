/**
 * Understands shell commands, or says that it does not.
 *
 * <p>The analyser accepts a small part of bash that it can read exactly as bash does, and calls everything else
 * unanalysable. Nothing here performs input or output, or knows rules.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.shell;
