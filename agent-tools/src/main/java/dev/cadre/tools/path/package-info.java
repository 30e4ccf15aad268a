/** Confines paths to one folder of the local file system. */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.path;
