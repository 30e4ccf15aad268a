/** Tools as behaviour, and the one door through which they run. */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools;
