/** The built-in tools, made from records over the workspace. */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.builtin;
