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
    // Whether the heading or the lead-in of what is being read sets a condition.
    private boolean underCondition;

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
        return reader.withoutShorterNames();
    }

    /** A file that is named both alone and with its folder is one; the folder says where it belongs. */
    private List<Deliverable> withoutShorterNames() {
        return found.stream()
                .filter(deliverable -> deliverable
                        .path()
                        .filter(path -> paths.stream().anyMatch(longer -> longer.endsWith("/" + path)))
                        .isEmpty())
                .toList();
    }

    private void read(Section section) {
        boolean titled = OutputTitles.isTitled(section);
        OutlineEntry entry = section.entry();
        // What stands behind the list of a bold line belongs to it only in the eyes of Markdown.
        boolean bold = entry != null && entry.style() == OutlineEntry.Style.BOLD_LINE;
        boolean apart = false;
        int own = 0;
        List<Section.Content> contents = section.contents();
        for (int i = 0; i < contents.size(); i++) {
            int before = found.size();
            read(section, contents, i, titled && !apart);
            own += apart ? 0 : found.size() - before;
            apart |= bold && contents.get(i).block() instanceof Block.Listing;
        }
        if (titled && entry != null && own == 0 && !namesPath(section) && !OutputTitles.isInside(section)) {
            found.add(new Deliverable(
                    entry.text(),
                    null,
                    DeliverableSections.in(section, index),
                    Condition.isIn(entry.text()),
                    entry.span()));
        }
    }

    private void read(Section section, List<Section.Content> contents, int at, boolean titled) {
        Section.Content content = contents.get(at);
        Block.Paragraph over = content.lead();
        underCondition = Condition.isIn(section.title()) || (over != null && Condition.isIn(over.text()));
        Block block = content.block();
        Block next = at + 1 < contents.size() ? contents.get(at + 1).block() : null;
        boolean outside = !titled && !OutputTitles.isInside(section);
        if (block instanceof Block.Paragraph paragraph) {
            statement(section, paragraph, next, true, titled);
            if (Section.isLead(paragraph) && outside) {
                led(section, paragraph, contents.subList(at + 1, contents.size()));
            }
        }
        if (block instanceof Block.Listing list) {
            boolean ordered = ListedFiles.areOrdered(section) || ListedFiles.areOrdered(content.lead());
            items(section, list, ordered, outside);
            if (next instanceof Block.Code code && !titled) {
                ledByItem(list, code);
            }
        }
    }

    private void items(Section section, Block.Listing list, boolean ordered, boolean outside) {
        for (Block.Item item : list.items()) {
            Block.Paragraph own = item.own();
            if (own != null) {
                Optional<PathTokens.Token> file = ordered
                        ? ListedFiles.in(item)
                        : ListedFiles.mayBeAmong(section) ? ListedFiles.setOffIn(item) : Optional.empty();
                file.ifPresent(token -> add(own, token, List.of()));
            }
            if (outside && own != null && item.box() == Block.Box.NONE) {
                headed(item, own);
            }
            List<Block> inner = item.blocks();
            // What a box asks to verify is no order to write.
            for (int i = item.box() == Block.Box.NONE ? 0 : 1; i < inner.size(); i++) {
                if (inner.get(i) instanceof Block.Paragraph paragraph) {
                    statement(section, paragraph, i + 1 < inner.size() ? inner.get(i + 1) : null, false, false);
                }
                if (inner.get(i) instanceof Block.Listing below) {
                    items(section, below, i == 1 && ListedFiles.areOrdered(own), outside);
                }
            }
        }
    }

    /** An item over a list or a template may head the parts: bold alone, or with a colon that leads into them. */
    private void headed(Block.Item item, Block.Paragraph own) {
        if (item.blocks().size() < 2 || namesPath(own)) {
            return;
        }
        Block next = item.blocks().get(1);
        Optional<BoldLead> bold = BoldLead.of(Joined.of(own).raw()).filter(BoldLead::isHeading);
        boolean heads =
                bold.isPresent() && OutputTitles.isMeant(Titles.key(bold.get().lead()));
        String key = Section.leadKey(own);
        boolean leads = Section.isLead(own) && (OutputLeads.namesParts(key) || OutputLeads.ordersAnswer(key));
        List<DeliverableSection> parts = heads || leads ? DeliverableSections.of(next, index) : List.of();
        if (!parts.isEmpty() && next instanceof Block.Listing) {
            String title = heads ? bold.get().lead() : Titles.withoutColon(own.text());
            found.add(new Deliverable(title, null, parts, Condition.isIn(title), own.span()));
        }
    }

    private void led(Section section, Block.Paragraph lead, List<Section.Content> behind) {
        if (namesPath(lead)) {
            return;
        }
        String key = Section.leadKey(lead);
        List<DeliverableSection> parts = behind.isEmpty() ? below(section, key) : behind(behind, key);
        boolean formed =
                !behind.isEmpty() && behind.get(0).block() instanceof Block.Code && OutputLeads.announcesForm(key);
        if (!parts.isEmpty() || formed) {
            found.add(unplaced(lead, parts));
        }
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
            if (!parts.isEmpty() && (OutputLeads.isAnswer(key) || Wording.CREATES.matches(key))) {
                found.add(unplaced(own, parts));
            }
        }
    }

    private static List<DeliverableSection> below(Section section, String key) {
        boolean created = Wording.CREATES.matches(key) && Wording.DOCUMENTS.matches(key);
        boolean meant =
                created || OutputTitles.isMeant(key) || OutputLeads.namesParts(key) || OutputLeads.ordersDocument(key);
        return meant ? DeliverableSections.below(section) : List.of();
    }

    private List<DeliverableSection> behind(List<Section.Content> behind, String key) {
        Block next = behind.get(0).block();
        boolean answer = OutputLeads.isAnswer(key);
        if (next instanceof Block.Listing && answer) {
            return DeliverableSections.of(next, index);
        }
        if (next instanceof Block.Code && (answer || Wording.CREATES.matches(key))) {
            return DeliverableSections.of(next, index);
        }
        return next instanceof Block.Paragraph && (OutputTitles.isMeant(key) || OutputLeads.namesParts(key))
                ? DeliverableSections.bold(
                        behind.stream().map(Section.Content::block).toList())
                : List.of();
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

    private void statement(
            Section section, Block.Paragraph paragraph, @Nullable Block next, boolean direct, boolean titled) {
        List<DeliverableSection> parts = List.of();
        for (PathTokens.Token token : OutputStatement.in(Joined.of(paragraph).raw())) {
            if (parts.isEmpty() && !paths.contains(token.path())) {
                parts = parts(section, paragraph, next, direct, titled);
            }
            add(paragraph, token, parts);
        }
    }

    private static Deliverable unplaced(Block.Paragraph lead, List<DeliverableSection> parts) {
        String title = Titles.withoutColon(lead.text());
        return new Deliverable(title, null, parts, Condition.isIn(title), lead.span());
    }

    private void add(Block.Paragraph paragraph, PathTokens.Token token, List<DeliverableSection> parts) {
        if (paths.add(token.path())) {
            Joined joined = Joined.of(paragraph);
            boolean conditional = underCondition || Condition.isAround(joined.raw(), token);
            int start = joined.offset(token.start());
            Span span = index.span(start, Math.max(start, joined.offset(token.end() - 1) + 1));
            found.add(new Deliverable(paragraph.text(), token.path(), parts, conditional, span));
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
