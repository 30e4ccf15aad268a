package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the agent is told to hand over: files to write, and headings and lead-ins that say deliverables. */
final class DeliverableReader {

    private final LineIndex index;
    private final List<Deliverable> found = new ArrayList<>();
    private final Set<String> paths = new LinkedHashSet<>();

    private DeliverableReader(LineIndex index) {
        this.index = index;
    }

    static List<Deliverable> of(List<Section> sections, LineIndex index) {
        DeliverableReader reader = new DeliverableReader(index);
        for (Section section : sections) {
            if (!section.isExample()) {
                reader.read(section);
            }
        }
        reader.found.sort(
                Comparator.comparingInt(deliverable -> deliverable.span().offset()));
        return reader.found;
    }

    private void read(Section section) {
        boolean titled = isTitled(section);
        OutlineEntry entry = section.entry();
        // What stands behind the list of a bold line belongs to it only in the eyes of Markdown.
        boolean bold = entry != null && entry.style() == OutlineEntry.Style.BOLD_LINE;
        boolean apart = false;
        int own = 0;
        List<Section.Content> contents = section.contents();
        for (int i = 0; i < contents.size(); i++) {
            Block block = contents.get(i).block();
            int before = found.size();
            read(section, contents, i, titled && !apart);
            own += apart ? 0 : found.size() - before;
            apart |= bold && block instanceof Block.Listing;
        }
        if (titled && entry != null && own == 0 && !namesPath(section) && !isInside(section)) {
            found.add(new Deliverable(entry.text(), null, DeliverableSections.in(section, index), entry.span()));
        }
    }

    private void read(Section section, List<Section.Content> contents, int at, boolean titled) {
        Block block = contents.get(at).block();
        Block next = at + 1 < contents.size() ? contents.get(at + 1).block() : null;
        read(section, block, next, true, titled);
        if (block instanceof Block.Paragraph lead && Section.isLead(lead) && !titled && !isInside(section)) {
            led(section, lead, contents.subList(at + 1, contents.size()));
        }
        if (block instanceof Block.Listing list && next instanceof Block.Code code && !titled) {
            ledByItem(list, code);
        }
    }

    static boolean isTitled(Section section) {
        OutlineEntry entry = section.entry();
        if (entry == null) {
            return false;
        }
        boolean bold = entry.style() == OutlineEntry.Style.BOLD_LINE
                && Wording.ANSWERS.matches(section.key())
                && !section.blocks().isEmpty()
                && section.blocks().get(0) instanceof Block.Listing;
        return bold || isMeant(section.key()) || isShownReport(section);
    }

    /** A heading about a report whose form stands right below it. */
    private static boolean isShownReport(Section section) {
        return Wording.REPORTS.matches(section.key())
                && section.blocks().stream()
                        .anyMatch(block -> block instanceof Block.Code code && Template.isDocument(code));
    }

    private static boolean isMeant(String key) {
        return Wording.DELIVERABLES.matches(key) && !Wording.NOT_DELIVERABLES.matches(key);
    }

    private static boolean isInside(Section section) {
        for (Section at = section.parent(); at != null; at = at.parent()) {
            if (isTitled(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a section below names a file: then the file is what is to be handed over, not the heading. */
    private static boolean namesPath(Section section) {
        List<Section> below = new ArrayList<>();
        section.collect(below);
        return below.stream().skip(1).flatMap(child -> child.blocks().stream()).anyMatch(DeliverableReader::namesPath);
    }

    private static boolean namesPath(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return !OutputStatement.in(Joined.of(paragraph).raw()).isEmpty();
        }
        return block instanceof Block.Listing list
                && list.items().stream().flatMap(item -> item.blocks().stream()).anyMatch(DeliverableReader::namesPath);
    }

    private void led(Section section, Block.Paragraph lead, List<Section.Content> behind) {
        if (namesPath(lead)) {
            return;
        }
        String key = Section.leadKey(lead);
        List<DeliverableSection> parts = behind.isEmpty() ? below(section, key) : behind(behind, key);
        boolean formed = !behind.isEmpty() && behind.get(0).block() instanceof Block.Code && isForm(key);
        if (!parts.isEmpty() || formed) {
            found.add(new Deliverable(Titles.withoutColon(lead.text()), null, parts, lead.span()));
        }
    }

    /** Whether it announces the form of an answer; then code shows it, whatever its language. */
    private static boolean isForm(String key) {
        boolean answer = isMeant(key) || Wording.ANSWERS.matches(key) || Wording.CREATES.matches(key);
        return Wording.FORMS.matches(key) && (answer || Wording.RESULTS.matches(key));
    }

    /** The last item of a list may lead into a template that stands behind the list. */
    private void ledByItem(Block.Listing list, Block.Code code) {
        if (list.items().isEmpty()) {
            return;
        }
        Block.Item last = list.items().get(list.items().size() - 1);
        Block.Paragraph own = last.own();
        if (own != null && last.blocks().size() == 1 && Section.isLead(own) && !namesPath(own)) {
            String key = Section.leadKey(own);
            List<DeliverableSection> parts = DeliverableSections.of(code, index);
            if (!parts.isEmpty() && (isMeant(key) || Wording.ANSWERS.matches(key) || Wording.CREATES.matches(key))) {
                found.add(new Deliverable(Titles.withoutColon(own.text()), null, parts, own.span()));
            }
        }
    }

    /** An item that is only a bold heading over a list may head the parts. */
    private void headed(Block.Item item) {
        Block.Paragraph own = item.own();
        if (own != null && item.blocks().size() > 1 && item.blocks().get(1) instanceof Block.Listing list) {
            Optional<BoldLead> bold = BoldLead.of(Joined.of(own).raw()).filter(BoldLead::isHeading);
            if (bold.isPresent() && isMeant(Titles.key(bold.get().lead()))) {
                List<DeliverableSection> parts = DeliverableSections.of(list, index);
                found.add(new Deliverable(bold.get().lead(), null, parts, own.span()));
            }
        }
    }

    private static List<DeliverableSection> below(Section section, String key) {
        boolean created = Wording.CREATES.matches(key) && Wording.DOCUMENTS.matches(key);
        return created || isMeant(key) ? DeliverableSections.below(section) : List.of();
    }

    private List<DeliverableSection> behind(List<Section.Content> behind, String key) {
        Block next = behind.get(0).block();
        boolean meant = isMeant(key);
        boolean answer = Wording.ANSWERS.matches(key);
        if (next instanceof Block.Listing && (meant || answer)) {
            return DeliverableSections.of(next, index);
        }
        if (next instanceof Block.Code && (meant || answer || Wording.CREATES.matches(key))) {
            return DeliverableSections.of(next, index);
        }
        return next instanceof Block.Paragraph && meant
                ? DeliverableSections.bold(
                        behind.stream().map(Section.Content::block).toList())
                : List.of();
    }

    private void read(Section section, Block block, @Nullable Block next, boolean direct, boolean titled) {
        if (block instanceof Block.Paragraph paragraph) {
            statement(section, paragraph, next, direct, titled);
        }
        if (block instanceof Block.Listing list) {
            for (Block.Item item : list.items()) {
                List<Block> inner = item.blocks();
                headed(item);
                // What a box asks to verify is no order to write.
                for (int i = item.box() == Block.Box.NONE ? 0 : 1; i < inner.size(); i++) {
                    read(section, inner.get(i), i + 1 < inner.size() ? inner.get(i + 1) : null, false, false);
                }
            }
        }
    }

    private void statement(
            Section section, Block.Paragraph paragraph, @Nullable Block next, boolean direct, boolean titled) {
        Joined joined = Joined.of(paragraph);
        List<DeliverableSection> parts = List.of();
        for (PathTokens.Token token : OutputStatement.in(joined.raw())) {
            if (paths.add(token.path())) {
                int start = joined.offset(token.start());
                Span span = index.span(start, Math.max(start, joined.offset(token.end() - 1) + 1));
                if (parts.isEmpty()) {
                    parts = parts(section, paragraph, next, direct, titled);
                }
                found.add(new Deliverable(paragraph.text(), token.path(), parts, span));
            }
        }
    }

    private List<DeliverableSection> parts(
            Section section, Block.Paragraph paragraph, @Nullable Block next, boolean direct, boolean titled) {
        boolean leads = Section.isLead(paragraph) && next != null;
        List<DeliverableSection> led = leads && next != null ? DeliverableSections.of(next, index) : List.of();
        if (!led.isEmpty()) {
            return led;
        }
        boolean last = next == null && Section.isLead(paragraph);
        if (last && direct) {
            return DeliverableSections.below(section);
        }
        return titled && direct ? DeliverableSections.in(section, index) : List.of();
    }
}
