package dev.cadre.core.structure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a definition says: role, workflow, checklists, deliverables and more, each item with its place.
 *
 * <p>It is read from Markdown by form and by wordings in several languages, and prefers to miss something over claiming
 * what is not there. Reading happens at the first question and does bounded work: a body of more than
 * {@link #MAX_CHARACTERS}, or with more than {@link #MAX_LINES_TOGETHER} lines in a row and no blank one among them, is
 * not read and every answer is then empty, see {@link #isTooLarge()}. All lists are in the
 * order of the text and unmodifiable. What stands in examples ({@code <example>}, headings that say example) or in code
 * is no instruction and is left out, except by {@link #codeBlocks()}, {@link #projectTrees()} and the outline.
 *
 * <pre>{@code
 * PromptStructure structure = PromptStructure.of("When invoked:\n1. Read `PRD.md`\n2. Write `docs/PLAN.md`\n");
 * structure.workflow().get(0).text();      // "Read PRD.md"
 * structure.deliverables().get(0).path();  // Optional[docs/PLAN.md]
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads. Not for decisions about permissions.
 */
public final class PromptStructure {

    /** The length, in UTF-16 code units, up to which a body is read. */
    public static final int MAX_CHARACTERS = 256 * 1024;

    /** The number of lines without a blank one among them up to which a body is read. */
    public static final int MAX_LINES_TOGETHER = 4096;

    private final String body;
    private volatile @Nullable Reading reading;

    private PromptStructure(String body) {
        this.body = body;
    }

    /**
     * Returns the structure of a body, which is read when the first question is asked.
     *
     * @param body the Markdown behind the frontmatter; all places are relative to it
     */
    public static PromptStructure of(String body) {
        return new PromptStructure(Objects.requireNonNull(body, "body"));
    }

    /** Returns whether the body is beyond {@link #MAX_CHARACTERS} or {@link #MAX_LINES_TOGETHER} and was not read. */
    public boolean isTooLarge() {
        return reading().isTooLarge();
    }

    /** Returns the first heading of level one. */
    public Optional<Statement> title() {
        return Optional.ofNullable(reading().title());
    }

    /** Returns who the agent is told to be: the first paragraph such as {@code You are a careful reviewer …}. */
    public Optional<Role> role() {
        return Optional.ofNullable(reading().role());
    }

    /** Returns headings, lines that are bold from end to end, tags, and lines with a colon that lead into lists. */
    public List<OutlineEntry> outline() {
        return reading().outline();
    }

    /** Returns the items below headings and lead-ins about responsibilities. */
    public List<Statement> responsibilities() {
        return reading().responsibilities();
    }

    /**
     * Returns the steps of the main workflow: the first of {@link #workflows()} whose title tells of the whole work
     * ({@code When invoked}, {@code Your workflow}), else the first of all; empty if there is none.
     */
    public List<WorkflowStep> workflow() {
        return reading().mainSteps();
    }

    /** Returns all ordered workflows, those of special tasks too. */
    public List<Workflow> workflows() {
        return reading().workflows();
    }

    /** Returns task lists, and lists below headings that say checklist. */
    public List<Checklist> checklists() {
        return reading().checklists();
    }

    /** Returns what is to be handed over: files to write, and the parts that the answer must have. */
    public List<Deliverable> deliverables() {
        return reading().deliverables();
    }

    /** Returns the files that the agent is told to read, each once; never those it is told to write. */
    public List<InputFile> inputs() {
        return reading().inputs();
    }

    /** Returns items below headings about standards, and items anywhere that set a limit with number and unit. */
    public List<QualityStandard> standards() {
        return reading().standards();
    }

    /** Returns when the agent should be used. */
    public List<Statement> triggers() {
        return reading().triggers();
    }

    /** Returns all code blocks, examples included. */
    public List<CodeBlock> codeBlocks() {
        return reading().codeBlocks();
    }

    /** Returns code blocks that draw files and folders. */
    public List<ProjectTree> projectTrees() {
        return reading().projectTrees();
    }

    /** Two racing threads may both read; they get equal answers. */
    private Reading reading() {
        Reading known = reading;
        if (known == null) {
            known = Reading.of(body);
            reading = known;
        }
        return known;
    }
}
