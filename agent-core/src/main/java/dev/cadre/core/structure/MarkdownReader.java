package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Reads the blocks of a body.
 *
 * <p>Only blocks are parsed, never inline Markdown: inline parsing is super-linear on some inputs. How deep containers
 * nest is limited as well; beyond it their markers count as text.
 */
final class MarkdownReader {

    private static final int DEEPEST = 32;

    private final String markdown;
    private final String body;
    private final LineIndex index;
    private final IdentityHashMap<Node, SourceLines> lines = new IdentityHashMap<>();

    private MarkdownReader(String markdown, String body, LineIndex index) {
        this.markdown = markdown;
        this.body = body;
        this.index = index;
    }

    /**
     * Reads blocks.
     *
     * @param markdown the text to parse, of the same length as the body and different only where tags stand
     */
    static List<Block> read(String markdown, String body, LineIndex index) {
        MarkdownReader reader = new MarkdownReader(markdown, body, index);
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST)
                .inlineParserFactory(context -> (content, node) -> reader.lines.put(node, content))
                .build()
                .parse(markdown);
        return reader.children(document);
    }

    private List<Block> children(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!node.getSourceSpans().isEmpty() && !isTag(node)) {
                blocks.add(block(node));
            }
        }
        return blocks;
    }

    private boolean isTag(Node node) {
        return node instanceof ThematicBreak
                && PromptTags.isRuled(body, node.getSourceSpans().get(0).getInputIndex());
    }

    private Block block(Node node) {
        Span span = span(node.getSourceSpans());
        if (node instanceof Heading heading) {
            List<Line> content = linesOf(heading);
            return content.isEmpty()
                    ? new Block.Other(span)
                    : new Block.Title(heading.getLevel(), content.get(0), span);
        }
        if (node instanceof org.commonmark.node.Paragraph) {
            List<Line> content = linesOf(node);
            return content.isEmpty() ? new Block.Other(span) : new Block.Paragraph(content, span);
        }
        if (node instanceof FencedCodeBlock code) {
            return new Block.Code(Optional.ofNullable(code.getInfo()).orElse(""), code.getLiteral(), span);
        }
        if (node instanceof IndentedCodeBlock code) {
            return new Block.Code("", code.getLiteral(), span);
        }
        if (node instanceof BlockQuote) {
            return new Block.Quote(children(node), span);
        }
        if (node instanceof org.commonmark.node.ListBlock) {
            return list(node, span);
        }
        return new Block.Other(span);
    }

    private Block list(Node list, Span span) {
        List<Block.Item> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem && !node.getSourceSpans().isEmpty()) {
                items.add(item(node));
            }
        }
        boolean ordered = list instanceof OrderedList;
        int first = 1;
        if (list instanceof OrderedList numbers) {
            Integer start = numbers.getMarkerStartNumber();
            first = start == null ? 1 : start;
        }
        return new Block.Listing(ordered, first, items, span);
    }

    private Block.Item item(Node node) {
        List<Block> blocks = new ArrayList<>(children(node));
        Block.Box box = Block.Box.NONE;
        if (!blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph own) {
            Line first = own.lines().get(0);
            box = Boxes.of(first.raw());
            if (box != Block.Box.NONE) {
                List<Line> rest = new ArrayList<>(own.lines());
                rest.set(0, Boxes.without(first));
                blocks.set(0, new Block.Paragraph(rest, own.span()));
            }
        }
        return new Block.Item(box, blocks, span(node.getSourceSpans()));
    }

    private List<Line> linesOf(Node node) {
        List<Line> content = new ArrayList<>();
        SourceLines source = lines.getOrDefault(node, SourceLines.empty());
        for (SourceLine line : source.getLines()) {
            SourceSpan span = line.getSourceSpan();
            if (span != null && span.getLength() > 0) {
                int at = span.getInputIndex();
                content.add(new Line(body.substring(at, at + span.getLength()), at));
            }
        }
        return content;
    }

    private Span span(List<SourceSpan> spans) {
        SourceSpan last = spans.get(spans.size() - 1);
        int start = spans.get(0).getInputIndex();
        int end = last.getInputIndex() + last.getLength();
        while (end > start && Character.isWhitespace(markdown.charAt(end - 1))) {
            end--;
        }
        return index.span(start, end);
    }
}
