package dev.cadre.llm.offline;

import dev.cadre.llm.Json;
import java.util.List;

/**
 * Is all that the work brought to light; what documents and report are written from.
 *
 * @param brief what was asked for
 * @param inputs the named files that were found and read, as the prompt names them
 * @param missing the named files that were not found
 * @param unread the named files that were found and could not be read
 * @param files the files from which evidence comes
 * @param request what speaks of the user's prompt
 * @param steps the evidence for each step of the workflow
 * @param checks the evidence for each item of the checklists
 */
record Findings(
        Brief brief,
        List<String> inputs,
        List<String> missing,
        List<String> unread,
        List<SourceFile> files,
        Evidence request,
        List<Evidence> steps,
        List<Evidence> checks) {

    Findings {
        inputs = Json.list(inputs);
        missing = Json.list(missing);
        unread = Json.list(unread);
        files = Json.list(files);
        steps = Json.list(steps);
        checks = Json.list(checks);
    }
}
