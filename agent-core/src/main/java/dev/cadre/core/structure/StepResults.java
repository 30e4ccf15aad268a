package dev.cadre.core.structure;

import java.util.List;
import java.util.Optional;

/** Finds the files to which the arrows of steps lead, as in {@code 1. Phase 1: Survey → `survey/MAP.md`}. */
final class StepResults {

    private static final int MOST_WORDS_BETWEEN = 3;

    private static final Wording STEPS = Wording.of("""
            phases, pipeline, stages, phasen, fases, étapes, etapas, 阶段, フェーズ, 단계
            """);

    private StepResults() {}

    /** Returns whether several items are steps with an arrow to a file; a single arrow may say anything. */
    static boolean areIn(Block.Listing list, Section section) {
        boolean steps = list.ordered()
                && (STEPS.matches(section.key())
                        || list.items().stream()
                                .allMatch(item -> StepNumber.of(item.text())
                                        .filter(StepNumber::isNamed)
                                        .isPresent()));
        return steps
                && list.items().stream().filter(item -> of(item).isPresent()).count() > 1;
    }

    /** Returns the first file of the item where it stands right behind an arrow. */
    static Optional<PathTokens.Token> of(Block.Item item) {
        Block.Paragraph own = item.own();
        if (own == null || item.box() != Block.Box.NONE) {
            return Optional.empty();
        }
        String raw = Joined.of(own).raw();
        List<PathTokens.Token> files = PathTokens.in(raw);
        int arrow =
                files.isEmpty() ? -1 : raw.substring(0, files.get(0).start()).lastIndexOf('→');
        boolean led = arrow > 0 && isName(raw.substring(arrow + 1, files.get(0).start()));
        return led ? Optional.of(files.get(0)) : Optional.empty();
    }

    private static boolean isName(String between) {
        String text = PlainText.of(between);
        List<String> words = text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        return words.size() <= MOST_WORDS_BETWEEN
                && words.stream().noneMatch(Verbs::isImperative)
                && words.stream().noneMatch(OutputWords.SOURCES::contains);
    }
}
