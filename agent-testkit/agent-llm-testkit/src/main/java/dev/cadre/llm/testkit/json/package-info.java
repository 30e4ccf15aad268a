/** JSON as text, for the other packages of this module. */
@org.jspecify.annotations.NullMarked
package dev.cadre.llm.testkit.json;
