package dev.cadre.core;

import dev.cadre.core.definition.AgentDefinition;

/** Renders the system prompt: the definition's body, and the few facts that an agent can't know. */
final class SystemPrompt {

    private SystemPrompt() {}

    static String render(AgentDefinition definition, String workspaceRoot) {
        return definition.prompt().strip() + "\n\n<environment>\nWorking directory: " + workspaceRoot
                + "\n</environment>\n";
    }
}
