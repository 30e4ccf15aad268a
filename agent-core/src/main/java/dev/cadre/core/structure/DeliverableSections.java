package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parts of a deliverable from a list, a template or headings. */
final class DeliverableSections {

    private static final int LONGEST_NAME = 48;
    private static final List<String> JOINTS = List.of(": ", "：", " – ", " — ", " - ");

    private DeliverableSections() {}

    static List<DeliverableSection> of(Block block, LineIndex index) {
        if (block instanceof Block.Listing list) {
            return list.items().stream()
                    .filter(item -> !item.text().isEmpty())
                    .map(DeliverableSections::section)
                    .toList();
        }
        return block instanceof Block.Code code ? Template.sections(code, index) : List.of();
    }

    /** Returns the first parts that stand directly in the section, else the headings below it. */
    static List<DeliverableSection> in(Section section, LineIndex index) {
        List<DeliverableSection> parts = new ArrayList<>();
        for (Block block : section.blocks()) {
            boolean more = block instanceof Block.Listing || parts.isEmpty();
            if (more) {
                parts.addAll(of(block, index));
            }
        }
        return parts.isEmpty() ? below(section) : parts;
    }

    /** Returns the parts that paragraphs name in bold, one after the other; one that leads into others ends them. */
    static List<DeliverableSection> bold(List<Section.Content> contents) {
        List<DeliverableSection> parts = new ArrayList<>();
        for (Section.Content content : contents) {
            if (content.block() instanceof Block.Paragraph paragraph) {
                Optional<BoldLead> bold = BoldLead.of(Joined.of(paragraph).raw());
                if (bold.isEmpty() || Section.isLead(paragraph)) {
                    return parts;
                }
                parts.add(new DeliverableSection(bold.get().lead(), bold.get().rest(), paragraph.span()));
            }
        }
        return parts;
    }

    static List<DeliverableSection> below(Section section) {
        List<DeliverableSection> parts = new ArrayList<>();
        for (Section child : section.children()) {
            OutlineEntry entry = child.entry();
            if (entry != null && !child.isExample()) {
                String title = StepNumber.of(entry.text()).map(StepNumber::rest).orElse(entry.text());
                parts.add(new DeliverableSection(title, "", entry.span()));
            }
        }
        return parts;
    }

    private static DeliverableSection section(Block.Item item) {
        Block.Paragraph own = item.own();
        Optional<BoldLead> bold =
                own == null ? Optional.empty() : BoldLead.of(Joined.of(own).raw());
        if (bold.isPresent()) {
            return new DeliverableSection(bold.get().lead(), bold.get().rest(), item.textSpan());
        }
        String text = item.text();
        for (String joint : JOINTS) {
            int at = text.indexOf(joint);
            if (at > 0 && at <= LONGEST_NAME) {
                String detail = text.substring(at + joint.length()).strip();
                return new DeliverableSection(text.substring(0, at).strip(), detail, item.textSpan());
            }
        }
        return new DeliverableSection(Titles.withoutColon(text), "", item.textSpan());
    }
}
