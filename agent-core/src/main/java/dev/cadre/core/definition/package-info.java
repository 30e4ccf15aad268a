/**
 * Agent definitions: the model, and the reader that gets it from files.
 *
 * <p>A definition is untrusted input and can only narrow what its host allows. Start at
 * {@link dev.cadre.core.definition.AgentDefinition#load}; {@link dev.cadre.core.definition.DefinitionReader} is for tools that
 * want every finding instead of an exception.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.definition;
