package dev.cadre.core.structure;

import java.util.List;

/** Tells which sections, by their heading and by what stands in them, are about what is to be handed over. */
final class OutputTitles {

    /** How a section begins that only says where to look. */
    private static final Words POINTERS = Words.of("use see follow refer invoke load apply");

    private static final Words ANSWERS = Words.of("report response output answer result results findings summary");

    /** The most words of a heading with an aside; a longer one tells of something else that has an output. */
    private static final int LONGEST_NAME = 3;

    private OutputTitles() {}

    static boolean isTitled(Section section) {
        OutlineEntry entry = section.entry();
        if (entry == null) {
            return false;
        }
        boolean named =
                (entry.style() == OutlineEntry.Style.BOLD_LINE || section.key().indexOf(' ') < 0)
                        && (Wording.ANSWERS.matches(section.key()) || OutputLeads.namesParts(section.key()))
                        && !section.blocks().isEmpty()
                        && section.blocks().get(0) instanceof Block.Listing;
        boolean meant = isMeantTitle(section) && !onlyPoints(section);
        return named || meant || isShownReport(section) || isShownTemplate(section);
    }

    private static boolean isMeantTitle(Section section) {
        if (isAction(section)) {
            return false;
        }
        String plain = Titles.key(Titles.withoutAside(section.title()));
        boolean named = plain.split(" ", -1).length <= LONGEST_NAME && isMeant(plain);
        return isMeant(section.key())
                || named
                || (namesAnswer(section.title()) && !section.blocks().isEmpty());
    }

    /** A step that does something with an output: {@code Step 3: Save output artifacts}. */
    private static boolean isAction(Section section) {
        return StepNumber.of(section.title())
                .filter(StepNumber::isNamed)
                .filter(step -> Verbs.isImperative(step.rest()))
                .filter(step -> !ANSWERS.contains(Titles.key(step.rest()).split(" ", 2)[0]))
                .isPresent();
    }

    /** Several words for one thing, and no other: {@code Report / Response}. */
    private static boolean namesAnswer(String title) {
        List<String> words = List.of(Titles.key(title).split(" ", -1));
        return title.contains(" / ") && words.stream().allMatch(ANSWERS::contains);
    }

    static boolean isMeant(String key) {
        return names(key) || (key.endsWith("s") && names(key.substring(0, key.length() - 1)));
    }

    private static boolean names(String key) {
        return Wording.DELIVERABLES.matches(key) && !Wording.NOT_DELIVERABLES.matches(key);
    }

    /** Returns whether a section around it is titled: then it is a part. */
    static boolean isInside(Section section) {
        for (Section at = section.parent(); at != null; at = at.parent()) {
            if (isTitled(at)) {
                return true;
            }
        }
        return false;
    }

    /** A heading about a report whose form or parts stand right below it. */
    private static boolean isShownReport(Section section) {
        boolean report = Wording.REPORTS.matches(section.key());
        return (report && (showsDocument(section) || isOnlyShown(section)))
                || ((report || section.key().endsWith(" reports")) && beginsWithParts(section));
    }

    /** Nothing but text in code, perhaps with a line that leads into it. */
    private static boolean isOnlyShown(Section section) {
        List<Block> blocks = section.blocks();
        return !blocks.isEmpty()
                && blocks.size() <= 2
                && blocks.get(blocks.size() - 1) instanceof Block.Code code
                && Template.isText(code);
    }

    private static boolean isShownTemplate(Section section) {
        return Wording.TEMPLATES.matches(section.key())
                && !Wording.NOT_OUTPUT_TEMPLATES.matches(section.key())
                && PathTokens.in(section.title()).isEmpty()
                && (showsDocument(section) || isOnlyShown(section));
    }

    private static boolean showsDocument(Section section) {
        return section.blocks().stream()
                .anyMatch(block -> block instanceof Block.Code code && Template.isDocument(code));
    }

    private static boolean beginsWithParts(Section section) {
        List<Block> blocks = section.blocks();
        return blocks.size() > 1
                && blocks.get(0) instanceof Block.Paragraph lead
                && Section.isLead(lead)
                && blocks.get(1) instanceof Block.Listing
                && OutputLeads.namesParts(Section.leadKey(lead))
                && !Verbs.isImperative(section.key());
    }

    private static boolean onlyPoints(Section section) {
        List<Block> blocks = section.blocks();
        boolean prose = !blocks.isEmpty() && blocks.stream().allMatch(Block.Paragraph.class::isInstance);
        if (!prose || !section.children().isEmpty()) {
            return false;
        }
        String start = Titles.key(((Block.Paragraph) blocks.get(0)).text());
        return POINTERS.contains(start.split(" ", 2)[0]);
    }
}
