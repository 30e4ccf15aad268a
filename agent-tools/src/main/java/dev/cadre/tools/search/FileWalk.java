package dev.cadre.tools.search;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.Workspace;
import dev.cadre.tools.permission.ResolvedPath;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Walks a folder of a workspace and hands over the files that a selection selects, on any thread. */
public final class FileWalk {

    private final FileSelection selection;
    private final BiConsumer<Workspace.Folder, Workspace.Entry> consumer;
    private final CancellationToken cancellation;
    private final LongAdder unreadable = new LongAdder();

    /** Makes a walk; the consumer must be thread-safe. */
    public FileWalk(
            FileSelection selection,
            BiConsumer<Workspace.Folder, Workspace.Entry> consumer,
            CancellationToken cancellation) {
        this.selection = selection;
        this.consumer = consumer;
        this.cancellation = cancellation;
    }

    /**
     * Walks, starting at a folder.
     *
     * @param relative its path relative to the workspace's root
     * @throws CancellationException if the token was cancelled
     */
    public void walk(Workspace workspace, ResolvedPath folder, String relative) {
        IgnoreRules above = selection.usesIgnoreFiles() ? above(workspace, relative) : IgnoreRules.NONE;
        workspace.walk(folder, new Visitor(above));
    }

    /** Returns how many folders could not be read. */
    public long unreadable() {
        return unreadable.sum();
    }

    /** Reads the ignore files of the folders above, from the workspace's root on. */
    private static IgnoreRules above(Workspace workspace, String relative) {
        IgnoreRules[] rules = {IgnoreRules.NONE};
        for (int end = 0; !relative.isEmpty() && end >= 0; end = relative.indexOf('/', end + 1)) {
            String folder = workspace.root() + "/" + relative.substring(0, end);
            workspace.walk(workspace.resolve(folder), visited -> rules[0] = rules[0].in(visited));
        }
        return rules[0];
    }

    private final class Visitor implements Workspace.FolderVisitor {

        private final IgnoreRules above;

        Visitor(IgnoreRules above) {
            this.above = above;
        }

        @Override
        public void visit(Workspace.Folder folder) {
            if (cancellation.isCancelled()) {
                throw new CancellationException("the search was cancelled");
            }
            IgnoreRules rules = selection.usesIgnoreFiles() ? above.in(folder) : above;
            Visitor below = new Visitor(rules);
            for (Workspace.Entry entry : folder.entries()) {
                if (entry.kind() == Workspace.Kind.OTHER || !selection.selects(entry, rules)) {
                    continue;
                }
                if (entry.kind() == Workspace.Kind.FOLDER) {
                    folder.descend(entry, below);
                } else {
                    consumer.accept(folder, entry);
                }
            }
        }

        @Override
        public void unreadable(String path, String reason) {
            unreadable.increment();
        }
    }
}
