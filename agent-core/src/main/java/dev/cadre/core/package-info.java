/** The façade: an {@link dev.cadre.core.Agent} is a definition with a model, tools and rights, ready to run. */
@org.jspecify.annotations.NullMarked
package dev.cadre.core;
