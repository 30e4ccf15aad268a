package dev.cadre.core.structure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that was read from one body. */
record Reading(
        boolean isTooLarge,
        @Nullable Statement title,
        @Nullable Role role,
        List<OutlineEntry> outline,
        List<Statement> responsibilities,
        List<Workflow> workflows,
        List<Checklist> checklists,
        List<Deliverable> deliverables,
        List<InputFile> inputs,
        List<QualityStandard> standards,
        List<Statement> triggers,
        List<CodeBlock> codeBlocks,
        List<ProjectTree> projectTrees) {

    static final Reading TOO_LARGE = new Reading(
            true, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    static Reading of(String body) {
        if (body.length() > PromptStructure.MAX_CHARACTERS) {
            return TOO_LARGE;
        }
        LineIndex index = new LineIndex(body);
        // A paragraph costs the Markdown parser the square of its lines.
        if (index.linesTogether(body) > PromptStructure.MAX_LINES_TOGETHER) {
            return TOO_LARGE;
        }
        List<PromptTags.Tag> tags = PromptTags.of(body, index);
        List<Block> blocks = MarkdownReader.read(PromptTags.ruled(body, tags), body, index);
        List<PromptTags.Tag> outside = PromptTags.outside(CodeReader.of(blocks), tags);
        if (outside.size() < tags.size()) {
            // What looks like a tag in code is code.
            blocks = MarkdownReader.read(PromptTags.ruled(body, outside), body, index);
        }
        List<CodeBlock> code = CodeReader.of(blocks);
        SectionTree tree = SectionTree.of(blocks, outside, index);
        List<Section> sections = tree.sections();
        List<Deliverable> deliverables = DeliverableReader.of(sections, index);
        return new Reading(
                false,
                title(tree.outline()),
                RoleReader.of(sections).orElse(null),
                List.copyOf(tree.outline()),
                List.copyOf(ListReader.responsibilities(sections)),
                List.copyOf(WorkflowReader.of(sections, index)),
                List.copyOf(ChecklistReader.of(sections, index)),
                List.copyOf(deliverables),
                List.copyOf(InputReader.of(sections, deliverables, index)),
                List.copyOf(StandardReader.of(sections)),
                List.copyOf(ListReader.triggers(sections)),
                List.copyOf(code),
                List.copyOf(TreeReader.of(code, index)));
    }

    private static @Nullable Statement title(List<OutlineEntry> outline) {
        Optional<OutlineEntry> first = outline.stream()
                .filter(entry -> entry.style() == OutlineEntry.Style.HEADING && entry.level() == 1)
                .findFirst();
        return first.map(entry -> new Statement(entry.text(), entry.span())).orElse(null);
    }

    List<WorkflowStep> mainSteps() {
        return workflows.stream()
                .filter(workflow -> Wording.MAIN_WORKFLOW.matches(Titles.key(workflow.title())))
                .findFirst()
                .or(() -> workflows.stream().findFirst())
                .map(Workflow::steps)
                .orElse(List.of());
    }
}
