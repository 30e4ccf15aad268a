package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
        OutlineEntry entry = section.entry();
        boolean bold = entry != null && entry.style() == OutlineEntry.Style.BOLD_LINE;
        for (Section.Content content : section.contents()) {
            Block.Paragraph lead = content.lead();
            boolean led = isChecklist(content);
            String title = led || section.title().isEmpty()
                    ? lead == null ? "" : Titles.withoutColon(lead.text())
                    : section.title();
            if (content.block() instanceof Block.Listing list) {
                read(list, title, titled || led);
                // What stands behind the list of a bold line belongs to it only in the eyes of Markdown.
                titled &= !bold;
            }
            if (content.block() instanceof Block.Paragraph paragraph) {
                lines(paragraph, title, titled);
            }
        }
    }

    /** Lines that begin with the sign of a box are items, though no list to Markdown. */
    private void lines(Block.Paragraph paragraph, String title, boolean isTitled) {
        List<ChecklistItem> items = new ArrayList<>();
        for (Line line : paragraph.lines()) {
            Block.Box box = isTitled ? Boxes.orTick(line.raw()) : Boxes.of(line.raw());
            String text = box == Block.Box.NONE ? "" : Boxes.without(line).text();
            if (!text.isEmpty()) {
                items.add(new ChecklistItem(text, box == Block.Box.TICKED, index.span(line.offset(), line.end())));
            }
        }
        add(title, items);
    }

    private static boolean isChecklist(Section section) {
        for (Section at = section; at != null; at = at.parent()) {
            OutlineEntry entry = at.entry();
            if (entry != null && Wording.CHECKLIST.matches(at.key()) && !Wording.NOT_CHECKLIST.matches(at.key())) {
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
            add(title, items(list, item -> item.box() != Block.Box.NONE));
        } else if (isTitled && list.items().stream().noneMatch(ChecklistReader::isParent)) {
            add(title, items(list, item -> !isOnlyPath(item)));
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

    /** A file or folder alone says where something is, not what must hold. */
    private static boolean isOnlyPath(Block.Item item) {
        Block.Paragraph own = item.own();
        String raw = own == null ? "" : Joined.of(own).raw();
        List<PathTokens.Token> tokens = PathTokens.in(raw);
        return tokens.size() == 1
                && tokens.get(0).end() - tokens.get(0).start() >= raw.strip().length();
    }

    private static List<ChecklistItem> items(Block.Listing list, Predicate<Block.Item> isMeant) {
        return list.items().stream()
                .filter(item -> !item.text().isEmpty() && isMeant.test(item))
                .map(item -> new ChecklistItem(item.text(), item.box() == Block.Box.TICKED, item.textSpan()))
                .toList();
    }

    private void add(String title, List<ChecklistItem> items) {
        if (!items.isEmpty()) {
            Span last = items.get(items.size() - 1).span();
            found.add(new Checklist(title, items, index.span(items.get(0).span().offset(), last.endOffset())));
        }
    }
}
