package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Update `docs/API.md` if an endpoint changed.",
                "If an endpoint changed, update `docs/API.md`.",
                "Read the code. When the schema changes, update `docs/API.md`.",
                "Update `docs/API.md` only if needed.",
                "Write `docs/API.md` (optional).",
                "Optionally, write `docs/API.md`.",
                "Optionally write `docs/API.md`.",
                "- New endpoint → write `docs/API.md`",
                "Save the notes to `docs/API.md` when requested.",
                "Falls sich etwas ändert, aktualisiere `docs/API.md`.",
            })
    void tells_orders_on_a_condition(String body) {
        assertThat(PromptStructure.of(body + "\n").deliverables())
                .singleElement()
                .matches(Deliverable::isConditional);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write `docs/API.md`.",
                "Write `docs/API.md`. If something is unclear, say so.",
                "Write `docs/API.md`; if blocked, say why.",
                "Create `docs/API.md` if it does not exist.",
                "Create `docs/API.md` if it doesn't already exist.",
                "Always write `docs/API.md`, even if nothing changed.",
                "1. Read the code → write `docs/API.md`",
                "When you are done, write `docs/API.md`.",
                "When invoked, write `docs/API.md`.",
                "Write `docs/API.md` with diagrams of every flow, and examples where needed.",
                "Check the mill. Then write `docs/API.md` and tell what happens to the stones if it stops.",
            })
    void takes_orders_that_always_hold_for_such(String body) {
        assertThat(PromptStructure.of(body + "\n").deliverables())
                .singleElement()
                .matches(deliverable -> !deliverable.isConditional());
    }

    @Test
    void hands_the_condition_of_a_lead_in_down_to_its_list_only() {
        PromptStructure structure = PromptStructure.of("""
                If the interface changed:

                - Update `docs/API.md`

                At the end:

                - Write `docs/REPORT.md`
                """);

        assertThat(structure.deliverables())
                .extracting(Deliverable::isConditional)
                .containsExactly(true, false);
    }

    @Test
    void tells_parts_that_may_be_left_out() {
        PromptStructure structure = PromptStructure.of("""
                Generate `docs/PLAN.md` containing:

                - **Goals**: what happens if the mill stops
                - **Open questions (if any)**: what is unclear
                - **Costs**: optional, in euros
                """);

        assertThat(structure.deliverables().get(0).sections())
                .extracting(DeliverableSection::isOptional)
                .containsExactly(false, true, true);
    }
}
