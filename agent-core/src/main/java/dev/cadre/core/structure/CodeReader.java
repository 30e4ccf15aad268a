package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;

/** Collects code blocks, wherever they stand. */
final class CodeReader {

    private CodeReader() {}

    static List<CodeBlock> of(List<Block> blocks) {
        List<CodeBlock> found = new ArrayList<>();
        blocks.forEach(block -> collect(block, found));
        return found;
    }

    private static void collect(Block block, List<CodeBlock> found) {
        if (block instanceof Block.Code code) {
            found.add(new CodeBlock(code.info(), code.content(), code.span()));
        }
        if (block instanceof Block.Listing list) {
            list.items().forEach(item -> item.blocks().forEach(inner -> collect(inner, found)));
        }
        if (block instanceof Block.Quote quote) {
            quote.blocks().forEach(inner -> collect(inner, found));
        }
    }
}
