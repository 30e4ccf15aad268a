package dev.cadre.core.run;

import dev.cadre.core.structure.Deliverable;
import dev.cadre.core.structure.DeliverableSection;
import dev.cadre.llm.Json;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.WorkspaceException;
import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells whether a file that the definition promises stands in the workspace when the run ends, with the sections that
 * it should have; of a folder, whether it holds a file.
 *
 * <p>A section counts as there if a heading, a bold lead-in, a list item's label or a table's header holds its title,
 * letters and digits compared without case; files that are no Markdown may hold it anywhere. What stands below it is
 * not judged. Sections that the definition calls optional may lack. What it asks for on a condition is told only where
 * it is complete, because nobody here knows whether the condition held.
 *
 * @param path the file or folder, as the definition names it
 * @param state whether it is there and whole
 * @param missingSections the titles that were not found, in the definition's order
 */
public record DeliverableCheck(String path, State state, List<String> missingSections) {

    /** The most bytes of a file that are read. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    /** Says how a promise was kept. */
    public enum State {
        /** The file is there with all its sections, or the folder holds a file. */
        COMPLETE,
        /** The file is there, but sections are missing. */
        INCOMPLETE,
        /** There is no such file, no file in the folder, or it lies outside the workspace. */
        MISSING
    }

    /** Copies the titles. */
    public DeliverableCheck {
        missingSections = Json.list(missingSections);
    }

    /** Looks at deliverables that name a file or folder without a placeholder; passes over the others. */
    static List<DeliverableCheck> all(List<Deliverable> deliverables, Workspace workspace) {
        List<DeliverableCheck> checks = new ArrayList<>();
        for (Deliverable deliverable : deliverables) {
            if (deliverable.path().isPresent() && !deliverable.hasPlaceholder()) {
                DeliverableCheck check = check(deliverable.path().get(), deliverable, workspace);
                if (check.state() == State.COMPLETE || !deliverable.isConditional()) {
                    checks.add(check);
                }
            }
        }
        return checks;
    }

    private static DeliverableCheck check(String path, Deliverable deliverable, Workspace workspace) {
        List<String> titles = deliverable.sections().stream()
                .filter(section -> !section.isOptional())
                .map(DeliverableSection::title)
                .toList();
        try {
            ResolvedPath place = workspace.resolve(path);
            if (path.endsWith("/")) {
                boolean filled = holdsFile(place, workspace);
                return new DeliverableCheck(path, filled ? State.COMPLETE : State.MISSING, filled ? List.of() : titles);
            }
            String text = new String(workspace.read(place, MAX_BYTES), StandardCharsets.UTF_8);
            List<String> missing = WrittenTitles.of(path, text).missing(titles);
            return new DeliverableCheck(path, missing.isEmpty() ? State.COMPLETE : State.INCOMPLETE, missing);
        } catch (WorkspaceException | PathRefusedException e) {
            return new DeliverableCheck(path, State.MISSING, titles);
        }
    }

    private static boolean holdsFile(ResolvedPath folder, Workspace workspace) {
        AtomicBoolean found = new AtomicBoolean();
        workspace.walk(folder, new FileSeeker(found));
        return found.get();
    }

    /** Goes down until one file is found; folders may be visited on several threads. */
    private record FileSeeker(AtomicBoolean found) implements Workspace.FolderVisitor {

        @Override
        public void visit(Workspace.Folder folder) {
            for (Workspace.Entry entry : folder.entries()) {
                if (entry.kind() == Workspace.Kind.FILE) {
                    found.set(true);
                }
                if (entry.kind() == Workspace.Kind.FOLDER && !found.get()) {
                    folder.descend(entry, this);
                }
            }
        }
    }
}
