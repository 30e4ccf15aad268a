package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the items of lists that stand under headings or lead-ins of one wording. */
final class ListReader {

    private ListReader() {}

    /** Returns the items of every list whose lead-in or heading is meant, in the order of the text. */
    static List<Statement> items(List<Section> sections, Predicate<String> isMeant) {
        List<Statement> found = new ArrayList<>();
        for (Section section : sections) {
            if (!section.isExample()) {
                boolean titled = isMeant.test(section.key());
                for (Section.Content content : section.contents()) {
                    boolean led = isMeant.test(content.leadKey());
                    if (content.block() instanceof Block.Listing list && (titled || led)) {
                        list.items().stream()
                                .map(Block.Item::statement)
                                .filter(item -> !item.text().isEmpty())
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    static List<Statement> responsibilities(List<Section> sections) {
        return items(sections, Wording.RESPONSIBILITIES::matches);
    }

    static List<Statement> triggers(List<Section> sections) {
        return items(sections, key -> Wording.TRIGGERS.matches(key) && !Wording.NOT_TRIGGERS.matches(key));
    }
}
