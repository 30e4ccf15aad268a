/**
 * The local sandbox: one view of the file system, two ways to make it, and a supervisor inside.
 *
 * <p>The JVM starts a launcher on the host; that starts bubblewrap or {@code unshare}; in the new namespaces a bash
 * script is process 1. When its standard input ends, because the session was closed or the JVM died, it ends, and with
 * it the kernel ends every process in the sandbox.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.tools.sandbox;
