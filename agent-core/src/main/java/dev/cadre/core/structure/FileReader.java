package dev.cadre.core.structure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the files that sentences and lists tell the agent to write. */
final class FileReader {

    private final LineIndex index;
    private final FoundDeliverables found;

    FileReader(LineIndex index, FoundDeliverables found) {
        this.index = index;
        this.found = found;
    }

    /**
     * Where something is read.
     *
     * @param section the section
     * @param namesParts whether the section names the parts of the next file
     * @param isConditional whether the heading or the lead-in sets a condition
     */
    private record Setting(Section section, boolean namesParts, boolean isConditional) {}

    /**
     * Reads the first of the contents; those behind it may hold the parts of a file.
     *
     * @param namesParts whether the section is about what is to be handed over and no file in it was found yet
     */
    void read(Section section, List<Section.Content> contents, boolean namesParts) {
        Section.Content content = contents.get(0);
        if (Wording.INPUTS.matches(section.key()) || Wording.INPUTS.matches(content.leadKey())) {
            return;
        }
        Block.Paragraph over = content.lead();
        boolean conditional = Condition.isIn(section.title()) || (over != null && Condition.isIn(over.text()));
        Setting setting = new Setting(section, namesParts, conditional);
        if (content.block() instanceof Block.Paragraph paragraph) {
            Block next = contents.size() > 1 ? contents.get(1).block() : null;
            statement(setting, paragraph, next, true);
        }
        if (content.block() instanceof Block.Listing list) {
            items(setting, list, ListedFiles.areOrdered(section) || ListedFiles.areOrdered(over));
        }
    }

    private void items(Setting setting, Block.Listing list, boolean ordered) {
        boolean results = StepResults.areIn(list, setting.section());
        for (Block.Item item : list.items()) {
            Block.Paragraph own = item.own();
            if (own != null) {
                file(setting, item, ordered).ifPresent(token -> add(setting, own, token));
                if (results) {
                    StepResults.of(item).ifPresent(token -> add(setting, own, token));
                }
            }
            List<Block> inner = item.blocks();
            // What a box asks to verify is no order to write.
            for (int k = item.box() == Block.Box.NONE ? 0 : 1; k < inner.size(); k++) {
                if (inner.get(k) instanceof Block.Paragraph paragraph) {
                    statement(setting, paragraph, k + 1 < inner.size() ? inner.get(k + 1) : null, false);
                }
                if (inner.get(k) instanceof Block.Listing below) {
                    items(setting, below, k == 1 && ListedFiles.areOrdered(own));
                }
            }
        }
    }

    private static Optional<PathTokens.Token> file(Setting setting, Block.Item item, boolean ordered) {
        if (ordered) {
            return ListedFiles.in(item);
        }
        return ListedFiles.mayBeAmong(setting.section()) ? ListedFiles.setOffIn(item) : Optional.empty();
    }

    private void statement(Setting setting, Block.Paragraph paragraph, @Nullable Block next, boolean direct) {
        List<DeliverableSection> parts = List.of();
        for (PathTokens.Token token : OutputStatement.in(Joined.of(paragraph).raw())) {
            if (parts.isEmpty() && !found.holds(token.path())) {
                parts = List.copyOf(parts(setting, paragraph, next, direct));
            }
            found.add(paragraph, token, parts, setting.isConditional());
        }
    }

    private void add(Setting setting, Block.Paragraph paragraph, PathTokens.Token token) {
        found.add(paragraph, token, List.of(), setting.isConditional());
    }

    private List<DeliverableSection> parts(
            Setting setting, Block.Paragraph paragraph, @Nullable Block next, boolean direct) {
        boolean leads = Section.isLead(paragraph);
        List<DeliverableSection> led = leads && next != null ? DeliverableSections.of(next, index) : List.of();
        if (!led.isEmpty()) {
            return led;
        }
        if (leads && next == null && direct) {
            return DeliverableSections.below(setting.section());
        }
        return setting.namesParts() && direct ? DeliverableSections.in(setting.section(), index) : List.of();
    }
}
