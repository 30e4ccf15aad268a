package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A heading of any style with what stands below it; the root has no heading. Confined to one reading. */
final class Section {

    /**
     * A block, and the line that leads into it.
     *
     * @param block the block
     * @param lead the paragraph directly before it that ends with a colon, if there is one
     */
    record Content(Block block, Block.@Nullable Paragraph lead) {

        /** Returns the last sentence of the lead-in in the form for comparison; empty if there is none. */
        String leadKey() {
            return lead == null ? "" : Section.leadKey(lead);
        }
    }

    /** What begins a line that stands for itself although Markdown joins it to the one before. */
    private static final String LINE_SIGNS = "→•–▶►";

    static String leadKey(Block.Paragraph lead) {
        return Titles.key(leadSentence(lead));
    }

    /** Returns the sentence of the lead-in that leads: the last, or its last line where that stands for itself. */
    static String leadSentence(Block.Paragraph lead) {
        Line last = lead.lines().get(lead.lines().size() - 1);
        return lastSentence(standsApart(last) ? last.text() : lead.text());
    }

    /** Returns the Markdown of the lead-in, without the lines before one that stands for itself. */
    static String leadRaw(Block.Paragraph lead) {
        Line last = lead.lines().get(lead.lines().size() - 1);
        return standsApart(last) ? last.raw() : Joined.of(lead).raw();
    }

    private static boolean standsApart(Line line) {
        return LINE_SIGNS.indexOf(line.raw().charAt(0)) >= 0;
    }

    private static String lastSentence(String text) {
        int dot = Math.max(text.lastIndexOf(". "), text.lastIndexOf('。'));
        return dot < 0 ? text : text.substring(dot + 1);
    }

    private final @Nullable OutlineEntry entry;
    private final @Nullable Section parent;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Section> children = new ArrayList<>();
    private final String key;
    private final boolean example;

    Section(@Nullable OutlineEntry entry, @Nullable Section parent) {
        this.entry = entry;
        this.parent = parent;
        this.key = entry == null ? "" : Titles.key(entry.text());
        boolean shown = Wording.EXAMPLE.matches(key);
        this.example = shown || (parent != null && parent.example);
        if (parent != null) {
            parent.children.add(this);
        }
    }

    @Nullable
    OutlineEntry entry() {
        return entry;
    }

    @Nullable
    Section parent() {
        return parent;
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Section> children() {
        return children;
    }

    /** Returns whether it, or something around it, is an example: not an instruction. */
    boolean isExample() {
        return example;
    }

    String title() {
        return entry == null ? "" : entry.text();
    }

    String key() {
        return key;
    }

    int level() {
        return entry == null || entry.style() == OutlineEntry.Style.TAG ? 0 : entry.level();
    }

    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        Block.Paragraph lead = null;
        for (Block block : blocks) {
            contents.add(new Content(block, lead));
            lead = block instanceof Block.Paragraph paragraph && isLead(paragraph) ? paragraph : null;
        }
        return contents;
    }

    static boolean isLead(Block.Paragraph paragraph) {
        return Titles.endsWithColon(paragraph.text());
    }

    /** Returns whether it is the heading of the whole text: the only one of level one. */
    boolean isTitle() {
        if (entry == null || parent == null || entry.level() != 1) {
            return false;
        }
        return parent.children.stream().filter(child -> child.level() == 1).count() == 1;
    }

    /** Adds this section and all below it, in the order of the text. */
    void collect(List<Section> all) {
        all.add(this);
        for (Section child : children) {
            child.collect(all);
        }
    }
}
