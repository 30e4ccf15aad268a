package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of Markdown that structure is read from. */
sealed interface Block {

    Span span();

    record Title(int level, Line line, Span span) implements Block {}

    record Paragraph(List<Line> lines, Span span) implements Block {

        String text() {
            StringBuilder joined = new StringBuilder();
            for (Line line : lines) {
                joined.append(joined.isEmpty() ? "" : " ").append(line.raw());
            }
            return PlainText.of(joined.toString());
        }
    }

    record Listing(boolean ordered, int first, List<Item> items, Span span) implements Block {}

    record Code(String info, String content, Span span) implements Block {}

    record Quote(List<Block> blocks, Span span) implements Block {}

    /** Tables, HTML and rules, whose inside is not read. */
    record Other(Span span) implements Block {}

    /** Whether a list item has a box, and whether it is ticked. */
    enum Box {
        NONE,
        OPEN,
        TICKED
    }

    /** One item of a list; its own text comes first among its blocks. */
    record Item(Box box, List<Block> blocks, Span span) {

        @Nullable
        Paragraph own() {
            return !blocks.isEmpty() && blocks.get(0) instanceof Paragraph paragraph ? paragraph : null;
        }

        String text() {
            Paragraph own = own();
            return own == null ? "" : own.text();
        }

        /** Returns the place of the item's own text. */
        Span textSpan() {
            Paragraph own = own();
            return own == null ? span : own.span();
        }

        Statement statement() {
            return new Statement(text(), textSpan());
        }
    }
}
