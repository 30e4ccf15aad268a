package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds ordered workflows: numbered lists that instruct, and headings that are numbered as steps. */
final class WorkflowReader {

    private static final double MOSTLY = 0.6;

    private final LineIndex index;
    private final List<Workflow> found = new ArrayList<>();
    private final Map<Section, Boolean> steps = new LinkedHashMap<>();

    private WorkflowReader(LineIndex index) {
        this.index = index;
    }

    static List<Workflow> of(List<Section> sections, LineIndex index) {
        WorkflowReader reader = new WorkflowReader(index);
        for (Section section : sections) {
            if (!section.isExample()) {
                reader.headings(section);
                if (!reader.isStep(section)) {
                    reader.paragraphs(section);
                    reader.lists(section);
                }
            }
        }
        reader.found.sort(Comparator.comparingInt(workflow -> workflow.span().offset()));
        return reader.found;
    }

    private boolean isStep(Section section) {
        for (Section at = section; at != null; at = at.parent()) {
            if (steps.containsKey(at)) {
                return true;
            }
        }
        return false;
    }

    private void headings(Section section) {
        if (OutputTitles.isTitled(section)) {
            return;
        }
        List<Section> run = new ArrayList<>();
        boolean named = true;
        for (Section child : section.children()) {
            Optional<StepNumber> number = StepNumber.of(child.title());
            if (number.isPresent() && (run.isEmpty() ? number.get().value() <= 1 : true)) {
                run.add(child);
                named &= number.get().isNamed();
            }
        }
        if (run.size() < 2 || (isStep(section) && !named)) {
            return;
        }
        boolean meant = named
                || signal(section, "") == Signal.WORKFLOW
                || (signal(section, "") == Signal.NONE
                        && instructs(run.stream().map(WorkflowReader::stepText).toList()));
        if (meant) {
            add(section.title(), run.stream().map(this::step).toList());
            run.forEach(child -> steps.put(child, true));
        }
    }

    private static String stepText(Section section) {
        return StepNumber.of(section.title()).map(StepNumber::rest).orElse(section.title());
    }

    private WorkflowStep step(Section section) {
        OutlineEntry entry = section.entry();
        List<Statement> details = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Listing list) {
                list.items().stream().map(Block.Item::statement).forEach(details::add);
            }
        }
        Span span = entry == null ? index.span(0, 0) : entry.span();
        return new WorkflowStep(stepText(section), details, span);
    }

    /** Paragraphs that begin with a bold step and number are steps too. */
    private void paragraphs(Section section) {
        List<WorkflowStep> run = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph paragraph) {
                String text = paragraph.text();
                boolean bold = BoldLead.of(paragraph.lines().get(0).raw()).isPresent();
                StepNumber.of(text)
                        .filter(number -> bold && number.isNamed())
                        .ifPresent(number -> run.add(new WorkflowStep(number.rest(), List.of(), paragraph.span())));
            }
        }
        if (run.size() > 1) {
            add(section.title(), run);
        }
    }

    private void lists(Section section) {
        List<Block.Item> items = new ArrayList<>();
        Section.Content first = null;
        int next = 1;
        for (Section.Content content : section.contents()) {
            if (content.block() instanceof Block.Listing list && list.ordered()) {
                boolean continues = !items.isEmpty() && list.first() == next && list.first() > 1;
                if (!continues) {
                    finish(section, first, items);
                    items = new ArrayList<>();
                    first = content;
                }
                items.addAll(list.items());
                next = list.first() + list.items().size();
            }
        }
        finish(section, first, items);
    }

    private void finish(Section section, Section.@Nullable Content first, List<Block.Item> items) {
        List<Block.Item> steps =
                items.stream().filter(item -> !item.text().isEmpty()).toList();
        String leadKey = first == null ? "" : first.leadKey();
        if (steps.size() > 1 && isMeant(section, leadKey, steps)) {
            Block.Paragraph lead = first == null ? null : first.lead();
            String title = lead == null ? section.title() : Titles.withoutColon(lead.text());
            add(title, steps.stream().map(WorkflowReader::step).toList());
        }
    }

    private static boolean isMeant(Section section, String leadKey, List<Block.Item> steps) {
        Signal signal = signal(section, leadKey);
        String nearest = leadKey.isEmpty() ? section.key() : leadKey;
        boolean occasion = Wording.OCCASIONS.matches(nearest)
                && !Wording.CONDITIONS.matches(nearest)
                && signal(nearest) == Signal.NONE;
        boolean announced = occasion && leadKey.endsWith(" you will");
        boolean open = signal == Signal.NONE || occasion;
        long named = steps.stream()
                .filter(step ->
                        StepNumber.of(step.text()).filter(StepNumber::isNamed).isPresent())
                .count();
        return signal == Signal.WORKFLOW
                || announced
                || named == steps.size()
                || (signal == Signal.NONE && steps.stream().allMatch(WorkflowReader::isPhase))
                || (open
                        && instructs(
                                steps.stream().map(WorkflowReader::instruction).toList()));
    }

    /** A bold lead such as {@code Analysis Phase}. */
    private static boolean isPhase(Block.Item item) {
        Block.Paragraph own = item.own();
        return own != null
                && BoldLead.of(own.lines().get(0).raw())
                        .filter(bold -> Wording.PHASES.matches(Titles.key(bold.lead())))
                        .isPresent();
    }

    private static WorkflowStep step(Block.Item item) {
        List<Statement> details = new ArrayList<>();
        for (Block block : item.blocks()) {
            if (block instanceof Block.Listing list) {
                list.items().stream().map(Block.Item::statement).forEach(details::add);
            }
        }
        return new WorkflowStep(item.text(), details, item.textSpan());
    }

    private void add(String title, List<WorkflowStep> steps) {
        Span last = steps.get(steps.size() - 1).span();
        Span span = index.span(steps.get(0).span().offset(), last.endOffset());
        found.add(new Workflow(title, steps, span));
    }

    private enum Signal {
        WORKFLOW,
        OTHER,
        NONE
    }

    /** The nearest words decide: those that lead in, then the heading, then the headings around it but the title. */
    private static Signal signal(Section section, String leadKey) {
        if (Wording.STEPS_AHEAD.matches(leadKey)) {
            return Signal.WORKFLOW;
        }
        Signal led = Wording.CONDITIONS.matches(leadKey) ? Signal.OTHER : signal(leadKey);
        if (led != Signal.NONE) {
            return led;
        }
        for (Section at = section;
                at != null && (at == section || at.level() != 1 || !at.isTitle());
                at = at.parent()) {
            Signal own = signal(at.key());
            if (own != Signal.NONE) {
                return own;
            }
        }
        return Signal.NONE;
    }

    private static Signal signal(String key) {
        if (Wording.INPUTS.matches(key)) {
            return Signal.OTHER;
        }
        boolean other = Wording.NOT_WORKFLOW.matches(key) || Wording.CHECKLIST.matches(key);
        if (Wording.WORKFLOW.matches(key)) {
            return other ? Signal.NONE : Signal.WORKFLOW;
        }
        return other ? Signal.OTHER : Signal.NONE;
    }

    private static boolean instructs(List<String> texts) {
        long imperative = texts.stream().filter(Verbs::isImperative).count();
        return imperative >= MOSTLY * texts.size();
    }

    /** Returns the text in which the instruction's verb comes first: behind a bold lead that is only a name. */
    private static String instruction(Block.Item item) {
        Block.Paragraph own = item.own();
        if (own == null || Verbs.isImperative(item.text())) {
            return item.text();
        }
        return BoldLead.of(own.lines().get(0).raw()).map(BoldLead::rest).orElse(item.text());
    }
}
