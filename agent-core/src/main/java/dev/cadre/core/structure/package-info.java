/**
 * What a prompt's Markdown says to a reader: role, workflow, checklists, deliverables and more, each with its place.
 *
 * <p>Everything here is read from the text by its form and by wordings in several languages. It is help for people,
 * editors and the offline model; no permission and no run ever depends on it.
 */
@org.jspecify.annotations.NullMarked
package dev.cadre.core.structure;
