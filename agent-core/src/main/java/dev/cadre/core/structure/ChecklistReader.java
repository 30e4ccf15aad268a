package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds checklists: lists with boxes anywhere, and other lists under a heading or lead-in that says checklist. */
final class ChecklistReader {

    private final LineIndex index;
    private final List<Checklist> found = new ArrayList<>();

    private ChecklistReader(LineIndex index) {
        this.index = index;
    }

    static List<Checklist> of(List<Section> sections, LineIndex index) {
        ChecklistReader reader = new ChecklistReader(index);
        for (Section section : sections) {
            if (!section.isExample()) {
                reader.read(section);
            }
        }
        return reader.found;
    }

    private void read(Section section) {
        boolean titled = isChecklist(section);
        for (Section.Content content : section.contents()) {
            Block.Paragraph lead = content.lead();
            boolean led = isChecklist(content);
            String title = led || section.title().isEmpty()
                    ? lead == null ? "" : Titles.withoutColon(lead.text())
                    : section.title();
            if (content.block() instanceof Block.Listing list) {
                read(list, title, titled || led);
            }
        }
    }

    private static boolean isChecklist(Section section) {
        for (Section at = section; at != null; at = at.parent()) {
            OutlineEntry entry = at.entry();
            if (entry != null && Wording.CHECKLIST.matches(at.key())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChecklist(Section.Content content) {
        return Wording.CHECKLIST.matches(content.leadKey()) && !namesPath(content.lead());
    }

    /** A checklist that is a file is something to write, not to go through. */
    private static boolean namesPath(Block.@Nullable Paragraph paragraph) {
        return paragraph != null && !PathTokens.in(Joined.of(paragraph).raw()).isEmpty();
    }

    private void read(Block.Listing list, String title, boolean isTitled) {
        boolean boxed = list.items().stream().anyMatch(item -> item.box() != Block.Box.NONE);
        if (boxed) {
            add(
                    title,
                    list.items().stream()
                            .filter(item -> item.box() != Block.Box.NONE)
                            .toList());
        } else if (isTitled && list.items().stream().noneMatch(ChecklistReader::isParent)) {
            add(title, list.items());
        }
        for (Block.Item item : list.items()) {
            String own = item.text();
            boolean led =
                    Titles.endsWithColon(own) && Wording.CHECKLIST.matches(Titles.key(own)) && !namesPath(item.own());
            for (Block block : item.blocks()) {
                if (block instanceof Block.Listing inner) {
                    String name = own.isEmpty() ? title : Titles.withoutColon(own);
                    read(inner, name, led || (isTitled && item.box() == Block.Box.NONE && !boxed));
                }
            }
        }
    }

    /** An item that only names the group of items below it. */
    private static boolean isParent(Block.Item item) {
        return item.blocks().stream().anyMatch(Block.Listing.class::isInstance);
    }

    private void add(String title, List<Block.Item> items) {
        List<ChecklistItem> read = new ArrayList<>();
        for (Block.Item item : items) {
            if (!item.text().isEmpty()) {
                read.add(new ChecklistItem(item.text(), item.box() == Block.Box.TICKED, item.textSpan()));
            }
        }
        if (!read.isEmpty()) {
            Span last = read.get(read.size() - 1).span();
            Span span = index.span(read.get(0).span().offset(), last.endOffset());
            found.add(new Checklist(title, read, span));
        }
    }
}
