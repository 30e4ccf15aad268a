package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Builds the sections of a body from its blocks and tags, and the outline on the way. */
final class SectionTree {

    private static final int BOLD_LEVEL = 7;
    private static final int LONGEST_COLON_LINE = 120;

    private final LineIndex index;
    private final List<OutlineEntry> outline = new ArrayList<>();
    private final Section root = new Section(null, null);
    private Section current = root;
    private int tagDepth;

    private SectionTree(LineIndex index) {
        this.index = index;
    }

    static SectionTree of(List<Block> blocks, List<PromptTags.Tag> tags, LineIndex index) {
        SectionTree tree = new SectionTree(index);
        int tag = 0;
        for (Block block : blocks) {
            while (tag < tags.size() && tags.get(tag).offset() < block.span().offset()) {
                tree.add(tags.get(tag++));
            }
            tree.add(block);
        }
        tree.colonLines();
        tree.outline.sort(Comparator.comparingInt(entry -> entry.span().offset()));
        return tree;
    }

    Section root() {
        return root;
    }

    List<OutlineEntry> outline() {
        return outline;
    }

    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        root.collect(all);
        return all;
    }

    private void add(PromptTags.Tag tag) {
        if (tag.isOpening()) {
            if (tagDepth < BOLD_LEVEL) {
                tagDepth++;
                String name = tag.name().replace('_', ' ').replace('-', ' ');
                open(name, current.level() + 1, OutlineEntry.Style.TAG, index.span(tag.offset(), tag.end()));
            }
            return;
        }
        String name = tag.name().replace('_', ' ').replace('-', ' ');
        for (Section at = current; at.parent() != null; at = at.parent()) {
            OutlineEntry entry = at.entry();
            if (entry != null
                    && entry.style() == OutlineEntry.Style.TAG
                    && entry.text().equals(name)) {
                current = at.parent();
                tagDepth--;
                return;
            }
        }
    }

    private void add(Block block) {
        if (block instanceof Block.Title title) {
            heading(title.line().text(), title.level(), OutlineEntry.Style.HEADING, title.span());
            return;
        }
        if (block instanceof Block.Paragraph paragraph) {
            endExamples(paragraph);
            Line first = paragraph.lines().get(0);
            Optional<BoldLead> bold = BoldLead.of(first.raw()).filter(BoldLead::isHeading);
            boolean colon = bold.isPresent() && Titles.endsWithColon(first.text());
            if (bold.isPresent() && (colon || paragraph.lines().size() == 1)) {
                Span span = index.span(first.offset(), first.end());
                heading(bold.get().lead(), BOLD_LEVEL, OutlineEntry.Style.BOLD_LINE, span);
                if (paragraph.lines().size() > 1) {
                    List<Line> rest =
                            paragraph.lines().subList(1, paragraph.lines().size());
                    int end = rest.get(rest.size() - 1).end();
                    current.blocks()
                            .add(new Block.Paragraph(
                                    rest, index.span(rest.get(0).offset(), end)));
                }
                return;
            }
        }
        current.blocks().add(block);
    }

    /** Examples below a bold line end where the prompt begins to speak to the agent: "You are …". */
    private void endExamples(Block.Paragraph paragraph) {
        OutlineEntry entry = current.entry();
        Section around = current.parent();
        boolean bold = entry != null && entry.style() == OutlineEntry.Style.BOLD_LINE;
        if (bold && around != null && current.isExample() && RoleReader.isOpening(paragraph.text())) {
            current = around;
        }
    }

    private void heading(String text, int level, OutlineEntry.Style style, Span span) {
        while (current.level() >= level && current.parent() != null) {
            current = current.parent();
        }
        open(text, style == OutlineEntry.Style.BOLD_LINE ? BOLD_LEVEL : level, style, span);
    }

    private void open(String text, int level, OutlineEntry.Style style, Span span) {
        OutlineEntry entry = new OutlineEntry(Titles.withoutColon(text), level, style, span);
        int shown = style == OutlineEntry.Style.HEADING ? level : depth() + 1;
        outline.add(new OutlineEntry(entry.text(), shown, style, span));
        current = new Section(entry, current);
    }

    private int depth() {
        for (Section at = current; at != null; at = at.parent()) {
            OutlineEntry entry = at.entry();
            if (entry != null && entry.style() == OutlineEntry.Style.HEADING) {
                return entry.level();
            }
        }
        return 0;
    }

    private void colonLines() {
        for (Section section : sections()) {
            for (Section.Content content : section.contents()) {
                Block.Paragraph lead = content.lead();
                boolean listed = content.block() instanceof Block.Listing;
                if (listed
                        && lead != null
                        && lead.lines().size() == 1
                        && lead.span().length() <= LONGEST_COLON_LINE) {
                    String text = Titles.withoutColon(lead.text());
                    int level = Math.min(section.level(), BOLD_LEVEL) + 1;
                    outline.add(new OutlineEntry(text, level, OutlineEntry.Style.COLON_LINE, lead.span()));
                }
            }
        }
    }
}
