/** The formats that agent definitions are written in. */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.dialect;
