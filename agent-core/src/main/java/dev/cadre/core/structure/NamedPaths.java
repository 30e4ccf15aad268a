package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;

/** Tells where a file to write is named: then the file is what is to be handed over, not the heading over it. */
final class NamedPaths {

    private NamedPaths() {}

    static boolean areBelow(Section section) {
        List<Section> below = new ArrayList<>();
        section.collect(below);
        return below.stream().skip(1).flatMap(child -> child.blocks().stream()).anyMatch(NamedPaths::areIn);
    }

    static boolean areIn(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return !OutputStatement.in(Joined.of(paragraph).raw()).isEmpty();
        }
        return block instanceof Block.Listing list
                && list.items().stream().flatMap(item -> item.blocks().stream()).anyMatch(NamedPaths::areIn);
    }
}
