package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads every file of the corpus: whatever people write, an answer comes and its places are in the text. */
class CorpusStructureTest {

    private static final List<String> TOO_LARGE = List.of(
            "FortiumPartners+claude-config@hist/4a5b0985/agents/infrastructure-management-subagent.md",
            "github+awesome-copilot/skills/quality-playbook/SKILL.md");

    @Test
    void reads_every_file_with_places_that_are_in_it() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> tooLarge = new ArrayList<>();
        int read = 0;
        try (Corpus corpus = Corpus.open()) {
            for (String path : corpus.markdownFiles()) {
                String text = corpus.text(path);
                String body = text.substring(Corpus.bodyOffset(text));
                PromptStructure structure = PromptStructure.of(body);
                if (structure.isTooLarge()) {
                    tooLarge.add(path);
                }
                places(structure).stream()
                        .filter(span -> !isIn(span, body))
                        .forEach(span -> wrong.add(path + " " + span));
                read++;
            }
        }

        assertThat(read).isGreaterThan(3_600);
        assertThat(wrong).isEmpty();
        assertThat(tooLarge).containsExactlyElementsOf(TOO_LARGE);
    }

    private static boolean isIn(Span span, String body) {
        return span.length() > 0
                && span.endOffset() <= body.length()
                && !body.substring(span.offset(), span.endOffset()).isBlank();
    }

    private static List<Span> places(PromptStructure structure) {
        List<Located> all = new ArrayList<>();
        structure.title().ifPresent(all::add);
        structure.role().ifPresent(all::add);
        all.addAll(structure.outline());
        all.addAll(structure.responsibilities());
        structure.workflows().forEach(workflow -> all.addAll(workflow.steps()));
        all.addAll(structure.workflows());
        structure.checklists().forEach(checklist -> all.addAll(checklist.items()));
        all.addAll(structure.checklists());
        structure.deliverables().forEach(deliverable -> all.addAll(deliverable.sections()));
        all.addAll(structure.deliverables());
        all.addAll(structure.inputs());
        all.addAll(structure.standards());
        all.addAll(structure.triggers());
        all.addAll(structure.codeBlocks());
        structure.projectTrees().forEach(tree -> all.addAll(tree.entries()));
        return all.stream().map(Located::span).toList();
    }
}
