package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects deliverables, each file once. Confined to one reading. */
final class FoundDeliverables {

    private final LineIndex index;
    private final List<Deliverable> found = new ArrayList<>();
    private final Set<String> paths = new LinkedHashSet<>();

    FoundDeliverables(LineIndex index) {
        this.index = index;
    }

    int size() {
        return found.size();
    }

    boolean hasFile() {
        return !paths.isEmpty();
    }

    boolean holds(String path) {
        return paths.contains(path);
    }

    /** Adds parts of an answer that no file holds. */
    void add(String title, List<DeliverableSection> parts, Span span) {
        found.add(new Deliverable(title, null, parts, Condition.isIn(title), span));
    }

    /** Adds a file, unless it was named before. */
    void add(
            Block.Paragraph paragraph,
            PathTokens.Token token,
            List<DeliverableSection> parts,
            boolean isUnderCondition) {
        if (paths.add(token.path())) {
            Joined joined = Joined.of(paragraph);
            boolean conditional = isUnderCondition || Condition.isAround(joined.raw(), token);
            int start = joined.offset(token.start());
            Span span = index.span(start, Math.max(start, joined.offset(token.end() - 1) + 1));
            found.add(new Deliverable(paragraph.text(), token.path(), parts, conditional, span));
        }
    }

    /**
     * Returns them in the order of the text. A file that is named both alone and with its folder is one; the folder says
     * where it belongs.
     */
    List<Deliverable> inOrder() {
        Set<String> names = new LinkedHashSet<>();
        for (String path : paths) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                names.add(path.substring(slash + 1));
            }
        }
        return found.stream()
                .filter(deliverable ->
                        deliverable.path().filter(names::contains).isEmpty())
                .sorted(Comparator.comparingInt(
                        deliverable -> deliverable.span().offset()))
                .toList();
    }
}
