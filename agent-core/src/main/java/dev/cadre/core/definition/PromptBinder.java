package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;

/** Reads prompts that stand in keys. A file that such a key names is not read: a definition may not name files of the host. */
final class PromptBinder {

    private final Problems problems;
    private final Values values;
    private final DefinitionBuilder target;

    PromptBinder(Problems problems, Values values, DefinitionBuilder target) {
        this.problems = problems;
        this.values = values;
        this.target = target;
    }

    /** Reads the prompt; a body that says something counts instead. */
    void prompt(String key, Node node) {
        String prompt = values.raw(key, node);
        if (prompt == null) {
            return;
        }
        if (!target.prompt.isBlank()) {
            problems.add(problems.at(
                            node, DiagnosticCode.PROMPT_TWICE, "the body is the prompt; \"" + key + "\" has no effect")
                    .advice("keep one of the two"));
            return;
        }
        target.prompt = prompt;
        if (isReference(prompt.strip())) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PROMPT_REFERENCE,
                            "the prompt names another file, which is not read; the agent would be told only its name")
                    .found(prompt.strip())
                    .advice("write the prompt itself"));
        }
    }

    // opencode's {file:path} and Kiro's file://path.
    private static boolean isReference(String prompt) {
        boolean word = prompt.indexOf(' ') < 0 && prompt.indexOf('\n') < 0;
        return (prompt.startsWith("{file:") && prompt.endsWith("}")) || (word && prompt.startsWith("file://"));
    }

    /** Reads more of the prompt. */
    void instructions(String key, Node node) {
        String more = values.raw(key, node);
        if (more != null) {
            target.prompt += "\n\n" + more;
        }
    }
}
