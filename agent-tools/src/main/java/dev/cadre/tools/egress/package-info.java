/**
 * The guard of every request that a tool sends: canonical addresses only, all resolved addresses checked against a table of
 * our own, connection to the checked address, and caps on size and time.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.egress;
