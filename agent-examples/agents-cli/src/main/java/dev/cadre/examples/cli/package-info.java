/** The {@code agents} command: an application that embeds Cadre. */
@org.jspecify.annotations.NullMarked
package dev.cadre.examples.cli;
