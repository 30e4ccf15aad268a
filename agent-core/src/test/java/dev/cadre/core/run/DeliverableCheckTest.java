package dev.cadre.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.run.DeliverableCheck.State;
import dev.cadre.core.structure.PromptStructure;
import dev.cadre.tools.LocalWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverableCheckTest {

    private static final String PLAN = "Generate `PLAN.md` containing:\n\n- **1. Main Goals**: what\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Main goals\n",
                "### 3) MAIN GOALS:\n",
                "Main Goals\n----------\n",
                "**Main Goals** Grind wheat.\n",
                "__Main goals:__ Grind wheat.\n",
                "- Main goals: grind wheat\n",
                "2. **Main goals** – grind wheat\n",
                "| Main Goals | Owner |\n|---|---|\n| flour | Ada |\n",
                "```mill --grind```\n\n## Main goals\n",
                "````\n```\n````\n\n## Main goals\n",
                "```\n~~~\n```\n\n## Main goals\n",
                "```\n``` no end\n```\n\n## Main goals\n",
                "~~~ a ~~~\n~~~~\n\n## Main goals\n",
            })
    void finds_a_section_in_every_form_of_a_title(String text) throws IOException {
        Files.writeString(folder.resolve("PLAN.md"), text);

        assertThat(check(PLAN)).containsExactly(new DeliverableCheck("PLAN.md", State.COMPLETE, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The main goals are clear.\n",
                "```\n# Main goals\n```\n",
                "````md\n```\n# Main goals\n```\n````\n",
                "~~~\n```\n# Main goals\n~~~\n",
                "```\n# Main goals\n",
                "- we have no main goals\n",
                "| Part | Owner |\n|---|---|\n| main goals | Ada |\n",
            })
    void takes_no_other_mention_for_a_section(String text) throws IOException {
        Files.writeString(folder.resolve("PLAN.md"), text);

        assertThat(check(PLAN))
                .containsExactly(new DeliverableCheck("PLAN.md", State.INCOMPLETE, List.of("1. Main Goals")));
    }

    @Test
    void reads_very_wide_tables() throws IOException {
        Files.writeString(
                folder.resolve("PLAN.md"), "| Main goals " + "| x ".repeat(50_000) + "|\n" + "|-".repeat(50_001));

        assertThat(check(PLAN)).extracting(DeliverableCheck::state).containsExactly(State.COMPLETE);
    }

    @Test
    void counts_a_folder_that_holds_a_file_at_any_depth() throws IOException {
        String prompt = "Save all reports to `quality/`.\n";

        assertThat(check(prompt)).containsExactly(new DeliverableCheck("quality/", State.MISSING, List.of()));
        Path deep = Files.createDirectories(folder.resolve("quality/2026/may"));
        assertThat(check(prompt)).extracting(DeliverableCheck::state).containsExactly(State.MISSING);
        Files.writeString(deep.resolve("flour.md"), "fine\n");
        assertThat(check(prompt)).containsExactly(new DeliverableCheck("quality/", State.COMPLETE, List.of()));
    }

    @Test
    void tells_what_was_asked_on_a_condition_only_where_it_is_there() throws IOException {
        String prompt = "Update `CHANGES.md` if the recipe changed.\n";

        assertThat(check(prompt)).isEmpty();
        Files.writeString(folder.resolve("CHANGES.md"), "# Changes\n");
        assertThat(check(prompt)).containsExactly(new DeliverableCheck("CHANGES.md", State.COMPLETE, List.of()));
    }

    @Test
    void asks_for_no_section_that_may_be_left_out() throws IOException {
        Files.writeString(folder.resolve("PLAN.md"), "# Goals\n");

        assertThat(check("Generate `PLAN.md` containing:\n\n- **Goals**: what\n- **Risks (if any)**: why\n"))
                .extracting(DeliverableCheck::state)
                .containsExactly(State.COMPLETE);
    }

    @Test
    void takes_a_place_outside_for_missing() {
        assertThat(check("Write the report to `../report.md`.\n"))
                .extracting(DeliverableCheck::state)
                .containsExactly(State.MISSING);
    }

    private List<DeliverableCheck> check(String prompt) {
        return DeliverableCheck.all(PromptStructure.of(prompt).deliverables(), LocalWorkspace.open(folder));
    }
}
