package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.core.diagnostic.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptStructureTest {

    @Test
    void says_what_the_documentation_shows() {
        PromptStructure structure = PromptStructure.of("When invoked:\n1. Read `PRD.md`\n2. Write `docs/PLAN.md`\n");

        assertThat(structure.workflow().get(0).text()).isEqualTo("Read PRD.md");
        assertThat(structure.deliverables().get(0).path()).hasValue("docs/PLAN.md");
        assertThat(structure.inputs()).extracting(InputFile::path).containsExactly("PRD.md");
    }

    @Test
    void gives_places_that_lead_back_to_the_text() {
        String body = "# Title\r\n\r\nFirst:\r\n1. Read the log\r\n2. Say `x.md` is fine\r\n3. Save it as *b.md*\r\n";
        PromptStructure structure = PromptStructure.of(body);

        assertThat(text(body, structure.workflow().get(0).span())).isEqualTo("Read the log");
        assertThat(text(body, structure.deliverables().get(0).span())).isEqualTo("*b.md*");
        assertThat(structure.deliverables().get(0).span().column()).isEqualTo(15);
        assertThat(structure.deliverables().get(0).path()).hasValue("b.md");
    }

    @Test
    void outlines_headings_bold_lines_tags_and_colon_lines() {
        String body = "# One\n\n**Two:**\n- a\n\n## Three\n\nFour things:\n- b\n\n<five>\n\n### Six ###\n\n</five>\n";

        assertThat(PromptStructure.of(body).outline())
                .extracting(entry -> entry.line() + " " + entry.level() + " " + entry.style() + " " + entry.text())
                .containsExactly(
                        "1 1 HEADING One",
                        "3 2 BOLD_LINE Two",
                        "6 2 HEADING Three",
                        "8 3 COLON_LINE Four things",
                        "11 3 TAG five",
                        "13 3 HEADING Six");
    }

    @Test
    void prefers_the_workflow_of_the_whole_work() {
        String body = "## Adding a page\n1. Copy one\n2. Rename it\n\n## Your Workflow\n1. Look\n2. Write\n";
        PromptStructure structure = PromptStructure.of(body);

        assertThat(structure.workflow()).extracting(WorkflowStep::text).containsExactly("Look", "Write");
        assertThat(structure.workflows()).extracting(Workflow::title).containsExactly("Adding a page", "Your Workflow");
    }

    @Test
    void draws_paths_of_a_tree() {
        String body = "```\napp/\n├── main.py   # starts it\n├── api/\n│   └── v1.py\n└── README.md\n```\n";

        assertThat(PromptStructure.of(body).projectTrees().get(0).entries())
                .extracting(entry -> entry.line() + " " + entry.path() + " " + entry.comment())
                .containsExactly(
                        "2 app/ ", "3 app/main.py starts it", "4 app/api/ ", "5 app/api/v1.py ", "6 app/README.md ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports/{topic}.md",
                "plan-YYYY-MM-DD.md",
                "sprint-N-notes.md",
                "NN_topic/notes.md",
                "done-sprint-X.json",
                "commands/command-name.md",
                "<feature>.md",
                "[id].json",
                "reports/*.csv.md",
            })
    void tells_paths_with_parts_to_fill_in(String path) {
        PromptStructure structure = PromptStructure.of("Save the report to `" + path + "`.\n");

        assertThat(structure.deliverables()).singleElement().matches(Deliverable::hasPlaceholder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed.md", "docs/ANNEX.md", "names.json", "docs/NEXT_STEPS.md", "XML.md", "rename.md"})
    void tells_paths_that_are_whole(String path) {
        PromptStructure structure = PromptStructure.of("Save the report to `" + path + "`.\n");

        assertThat(structure.deliverables()).singleElement().matches(deliverable -> !deliverable.hasPlaceholder());
    }

    @Test
    void finds_nothing_in_nothing() {
        PromptStructure structure = PromptStructure.of("");

        assertThat(Found.in(structure)).isEmpty();
        assertThat(structure.outline()).isEmpty();
        assertThat(structure.isTooLarge()).isFalse();
    }

    @Test
    void refuses_null() {
        assertThatThrownBy(() -> PromptStructure.of(null)).isInstanceOf(NullPointerException.class);
    }

    private static String text(String body, Span span) {
        return body.substring(span.offset(), span.endOffset());
    }
}
