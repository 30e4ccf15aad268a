/**
 * Rules, modes and layers, and the decisions that they give.
 *
 * <p>Effective rights are the intersection of all layers: host, user, project, parent agent and definition. Deny beats
 * ask beats allow, from whichever layer. Nothing here performs input or output.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.permission;
