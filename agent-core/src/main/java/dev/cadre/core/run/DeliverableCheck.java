package dev.cadre.core.run;

import dev.cadre.core.structure.Deliverable;
import dev.cadre.core.structure.DeliverableSection;
import dev.cadre.llm.Json;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.WorkspaceException;
import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a file that the definition promises stands in the workspace when the run ends, with the sections that
 * it should have.
 *
 * <p>A section counts as there if a heading, or a line that begins in bold, holds its title, letters and digits
 * compared without case. What stands below it is not judged.
 *
 * @param path the file, as the definition names it
 * @param state whether it is there and whole
 * @param missingSections the titles that were not found, in the definition's order
 */
public record DeliverableCheck(String path, State state, List<String> missingSections) {

    /** The most bytes of a file that are read. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Says how a promise was kept. */
    public enum State {
        /** The file is there with all its sections. */
        COMPLETE,
        /** The file is there, but sections are missing. */
        INCOMPLETE,
        /** There is no such file, or it lies outside the workspace. */
        MISSING
    }

    /** Copies the titles. */
    public DeliverableCheck {
        missingSections = Json.list(missingSections);
    }

    /** Looks at the files of deliverables that name one without a placeholder; passes over the others. */
    static List<DeliverableCheck> all(List<Deliverable> deliverables, Workspace workspace) {
        return deliverables.stream()
                .filter(deliverable -> !deliverable.hasPlaceholder())
                .flatMap(deliverable -> deliverable.path().stream().map(path -> check(path, deliverable, workspace)))
                .toList();
    }

    private static DeliverableCheck check(String path, Deliverable deliverable, Workspace workspace) {
        List<String> titles =
                deliverable.sections().stream().map(DeliverableSection::title).toList();
        String text;
        try {
            ResolvedPath file = workspace.resolve(path);
            text = new String(workspace.read(file, MAX_BYTES), StandardCharsets.UTF_8);
        } catch (WorkspaceException | PathRefusedException e) {
            return new DeliverableCheck(path, State.MISSING, titles);
        }
        Set<String> headings = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("#") || line.startsWith("**") || line.startsWith("- **"))
                .map(DeliverableCheck::words)
                .collect(Collectors.toSet());
        List<String> missing = titles.stream()
                .filter(title -> headings.stream().noneMatch(heading -> heading.contains(words(title))))
                .toList();
        return new DeliverableCheck(path, missing.isEmpty() ? State.COMPLETE : State.INCOMPLETE, missing);
    }

    private static String words(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
