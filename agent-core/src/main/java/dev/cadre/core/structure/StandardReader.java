package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds standards of quality: lists under headings that say so, and elsewhere items that set a limit. */
final class StandardReader {

    private final List<QualityStandard> found = new ArrayList<>();

    private StandardReader() {}

    static List<QualityStandard> of(List<Section> sections) {
        StandardReader reader = new StandardReader();
        for (Section section : sections) {
            if (!section.isExample()) {
                boolean titled = isTitled(section);
                for (Section.Content content : section.contents()) {
                    boolean led = Wording.STANDARDS.matches(content.leadKey());
                    reader.read(content.block(), titled || led);
                }
            }
        }
        reader.found.sort(Comparator.comparingInt(standard -> standard.span().offset()));
        return reader.found;
    }

    private static boolean isTitled(Section section) {
        for (Section at = section; at != null && at.entry() != null; at = at.parent()) {
            if (Wording.STANDARDS.matches(at.key())) {
                return true;
            }
        }
        return false;
    }

    private void read(Block block, boolean isStandard) {
        if (block instanceof Block.Listing list) {
            for (Block.Item item : list.items()) {
                List<Measure> measures = Measures.in(item.text());
                if (!item.text().isEmpty() && (isStandard || Measures.hasLimit(measures))) {
                    found.add(new QualityStandard(item.text(), measures, item.textSpan()));
                }
                item.blocks().forEach(inner -> read(inner, isStandard));
            }
        }
    }
}
