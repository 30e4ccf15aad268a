package dev.cadre.core.structure;

import java.util.List;

/** Finds what the agent is told to hand over: files to write, and headings and lead-ins that say deliverables. */
final class DeliverableReader {

    private final FoundDeliverables found;
    private final FileReader files;
    private final AnswerReader answers;

    private DeliverableReader(LineIndex index) {
        this.found = new FoundDeliverables(index);
        this.files = new FileReader(index, found);
        this.answers = new AnswerReader(index, found);
    }

    static List<Deliverable> of(List<Section> sections, LineIndex index) {
        DeliverableReader reader = new DeliverableReader(index);
        for (Section section : sections) {
            if (!section.isExample()) {
                reader.read(section);
            }
        }
        return reader.found.inOrder();
    }

    private void read(Section section) {
        boolean titled = OutputTitles.isTitled(section);
        boolean inside = OutputTitles.isInside(section);
        OutlineEntry entry = section.entry();
        // What stands behind the list of a bold line belongs to it only in the eyes of Markdown.
        boolean bold = entry != null && entry.style() == OutlineEntry.Style.BOLD_LINE;
        boolean apart = false;
        int start = found.size();
        int own = 0;
        List<Section.Content> contents = section.contents();
        for (int i = 0; i < contents.size(); i++) {
            int before = found.size();
            List<Section.Content> rest = contents.subList(i, contents.size());
            boolean part = titled && !apart;
            // The parts that the section names are those of its first file.
            files.read(section, rest, part && found.size() == start);
            answers.read(section, rest, part, inside);
            own += apart ? 0 : found.size() - before;
            apart |= bold && contents.get(i).block() instanceof Block.Listing;
        }
        if (titled && entry != null && own == 0 && !inside) {
            answers.titled(section, entry);
        }
    }
}
