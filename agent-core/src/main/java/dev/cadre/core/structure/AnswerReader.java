package dev.cadre.core.structure;

import java.util.List;
import java.util.Optional;

/** Finds what is to be handed over where no file holds it: the parts or the form of an answer. */
final class AnswerReader {

    private final LineIndex index;
    private final FoundDeliverables found;

    AnswerReader(LineIndex index, FoundDeliverables found) {
        this.index = index;
        this.found = found;
    }

    /** Adds a section whose heading says what it is. */
    void titled(Section section, OutlineEntry entry) {
        boolean drawsFiles = found.hasFile() && drawsFiles(section);
        if (!NamedPaths.areBelow(section) && !drawsFiles) {
            found.add(entry.text(), DeliverableSections.in(section, index), entry.span());
        }
    }

    /**
     * Reads the first of the contents as something that leads into those behind it.
     *
     * @param isPart whether it stands in a section about what is to be handed over
     * @param isInside whether such a section is around that
     */
    void read(Section section, List<Section.Content> contents, boolean isPart, boolean isInside) {
        Block block = contents.get(0).block();
        boolean outside = !isPart && !isInside && !Wording.HANDOVERS.matches(section.key());
        if (block instanceof Block.Paragraph paragraph && Section.isLead(paragraph) && outside) {
            led(section, paragraph, contents.subList(1, contents.size()));
        }
        if (block instanceof Block.Listing list) {
            if (outside) {
                items(list);
            }
            if (contents.size() > 1 && contents.get(1).block() instanceof Block.Code code && !isPart) {
                ledByItem(list, code);
            }
        }
    }

    private static boolean drawsFiles(Section section) {
        return section.blocks().stream()
                .anyMatch(block -> block instanceof Block.Code code && TreeReader.isDrawn(code.content()));
    }

    private void items(Block.Listing list) {
        for (Block.Item item : list.items()) {
            Block.Paragraph own = item.own();
            if (own != null && item.box() == Block.Box.NONE) {
                headed(item, own);
            }
            for (Block block : item.blocks()) {
                if (block instanceof Block.Listing below) {
                    items(below);
                }
            }
        }
    }

    /** An item over a list or a template may head the parts: bold alone, or with a colon that leads into them. */
    private void headed(Block.Item item, Block.Paragraph own) {
        if (item.blocks().size() < 2 || NamedPaths.areIn(own)) {
            return;
        }
        Block next = item.blocks().get(1);
        Optional<BoldLead> bold = BoldLead.of(Joined.of(own).raw()).filter(BoldLead::isHeading);
        boolean heads =
                bold.isPresent() && OutputTitles.isMeant(Titles.key(bold.get().lead()));
        String key = Section.leadKey(own);
        boolean leads = (Section.isLead(own) && (OutputLeads.namesParts(key) || OutputLeads.ordersAnswer(key)))
                || ((Section.isLead(own) || bold.isPresent()) && AnswerOrder.leadsInto(next, own));
        List<DeliverableSection> parts = heads || leads ? DeliverableSections.of(next, index) : List.of();
        if (!parts.isEmpty() && next instanceof Block.Listing) {
            found.add(heads ? bold.get().lead() : Titles.withoutColon(own.text()), parts, own.span());
        }
    }

    private void led(Section section, Block.Paragraph lead, List<Section.Content> behind) {
        if (NamedPaths.areIn(lead)) {
            return;
        }
        String key = Section.leadKey(lead);
        List<DeliverableSection> parts = behind.isEmpty() ? below(section, key) : behind(lead, behind, key);
        boolean formed = !behind.isEmpty()
                && behind.get(0).block() instanceof Block.Code
                && (OutputLeads.announcesForm(key) || OutputLeads.namesForm(key) || AnswerOrder.isIn(lead));
        if (!parts.isEmpty() || formed) {
            add(lead, parts);
        }
    }

    /** The last item of a list may lead into a template that stands behind the list. */
    private void ledByItem(Block.Listing list, Block.Code code) {
        if (list.items().isEmpty()) {
            return;
        }
        Block.Item last = list.items().get(list.items().size() - 1);
        Block.Paragraph own = last.own();
        if (own != null && last.blocks().size() == 1 && Section.isLead(own) && !NamedPaths.areIn(own)) {
            String key = Section.leadKey(own);
            List<DeliverableSection> parts = DeliverableSections.of(code, index);
            boolean shown = !parts.isEmpty() || Template.isMarkdown(code);
            if (shown && (OutputLeads.isAnswer(key) || Wording.CREATES.matches(key))) {
                add(own, parts);
            }
        }
    }

    private static List<DeliverableSection> below(Section section, String key) {
        boolean created = Wording.CREATES.matches(key) && Wording.DOCUMENTS.matches(key);
        boolean meant =
                created || OutputTitles.isMeant(key) || OutputLeads.namesParts(key) || OutputLeads.ordersDocument(key);
        return meant ? DeliverableSections.below(section) : List.of();
    }

    private List<DeliverableSection> behind(Block.Paragraph lead, List<Section.Content> behind, String key) {
        Block next = behind.get(0).block();
        boolean answer = OutputLeads.isAnswer(key) || AnswerOrder.leadsInto(next, lead);
        if (next instanceof Block.Listing && answer) {
            return DeliverableSections.of(next, index);
        }
        if (next instanceof Block.Code && (answer || Wording.CREATES.matches(key))) {
            return DeliverableSections.of(next, index);
        }
        return next instanceof Block.Paragraph && (OutputTitles.isMeant(key) || OutputLeads.namesParts(key))
                ? DeliverableSections.bold(behind)
                : List.of();
    }

    private void add(Block.Paragraph lead, List<DeliverableSection> parts) {
        found.add(Titles.withoutColon(lead.text()), parts, lead.span());
    }
}
