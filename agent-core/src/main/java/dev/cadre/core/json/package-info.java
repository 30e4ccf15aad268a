/** JSON text inside agent-core; Jackson stays behind it. */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.json;
