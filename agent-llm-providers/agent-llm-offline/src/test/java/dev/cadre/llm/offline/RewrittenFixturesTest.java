package dev.cadre.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other domains, headings, languages, inputs and tools: what is written must be extraction from what is there. */
class RewrittenFixturesTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource(Fixture.class)
    void quotes_every_statement_word_for_word(Fixture fixture) throws IOException {
        Loop loop = run(fixture, FakeTools.ALL);

        int statements = new Quotations(loop.report()).verifyAgainst(root);
        for (String document : written(loop)) {
            Quotations quotations = new Quotations(document);
            statements += quotations.verifyAgainst(root);
            assertThat(quotations.sections().values())
                    .allSatisfy(
                            section -> assertThat(Quotations.unsourced(section)).isEmpty());
        }
        assertThat(statements).isGreaterThanOrEqualTo(2);
    }

    @Test
    void fills_the_sections_that_another_domain_asks_for() throws IOException {
        run(Fixture.MUSEUM, FakeTools.ALL);

        Map<String, String> sections = new Quotations(read("plans/summer.txt")).sections();
        assertThat(sections.keySet()).containsExactly("Objects on loan", "Costs", "Lighting", "Checklist");
        assertThat(sections.get("Objects on loan")).contains("Astrolabe").contains("`COLLECTION.md:5`");
        assertThat(sections.get("Costs")).contains("Transport of loans").contains("`BUDGET.md:5`");
        assertThat(sections.get("Lighting")).contains("50 lux").contains("No evidence found for: lamps.");
        assertThat(sections.get("Checklist")).contains("- [ ] The fire brigade has been told\n  - nothing found");
    }

    @Test
    void understands_words_of_another_language() throws IOException {
        run(Fixture.GERMAN, FakeTools.ALL);

        Map<String, String> sections = new Quotations(read("bericht/PRUEFUNG.md")).sections();
        assertThat(sections.get("Kündigung")).contains("“Kündigungen brauchen die Schriftform.” — `AGB.md:3`");
        assertThat(sections.get("Preise")).contains("`VERTRAG.md:9`").contains("`VERTRAG.md:10`");
        assertThat(sections.get("Haftung")).contains("No evidence found; searched 2 files.");
    }

    @Test
    void understands_a_script_without_blanks() throws IOException {
        run(Fixture.CHINESE, FakeTools.ALL);

        Map<String, String> sections = new Quotations(read("菜单.md")).sections();
        assertThat(sections.get("蔬菜价格")).contains("`食材.md:3`").contains("`食材.md:4`");
        assertThat(sections.get("葡萄酒")).contains("No evidence found");
    }

    @Test
    void answers_with_the_report_where_no_file_is_named() throws IOException {
        Loop loop = run(Fixture.NO_DELIVERABLE, FakeTools.ALL);

        assertThat(loop.calls("Write")).isEmpty();
        assertThat(loop.report())
                .contains("this report is the answer")
                .contains("## Pests on roses\n\n- “Roses: aphids")
                .contains("none for: Watering in dry weeks");
    }

    @Test
    void names_missing_inputs_and_changes_with_them() throws IOException {
        run(Fixture.MUSEUM, FakeTools.ALL);
        String before = read("plans/summer.txt");
        Files.delete(root.resolve("BUDGET.md"));
        Files.delete(root.resolve("plans/summer.txt"));

        Loop loop = Loop.run(Fixture.MUSEUM.prompt(), "Plan it", FakeTools.ALL, new FakeTools(root));

        String after = read("plans/summer.txt");
        assertThat(before).doesNotContain("not found:").contains("BUDGET.md:5");
        assertThat(after).contains("Asked for and not found: `BUDGET.md`").doesNotContain("BUDGET.md:5");
        assertThat(new Quotations(after).sections().get("Costs")).contains("No evidence found");
        assertThat(loop.report()).contains("`BUDGET.md` was not found");
    }

    @Test
    void names_a_missing_input_when_it_can_not_list_files() throws IOException {
        Files.writeString(root.resolve("COLLECTION.md"), "- Astrolabe, insurance value 40,000\n");

        Loop loop = Loop.run(Fixture.MUSEUM.prompt(), "Plan it", List.of("Read", "Write"), new FakeTools(root));

        assertThat(loop.report())
                .contains("Found and not readable: `BUDGET.md`")
                .contains("does not exist");
        assertThat(read("plans/summer.txt")).contains("`COLLECTION.md:1`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Glob", "Grep", "TodoWrite", "Read"})
    void does_without_a_tool(String absent) throws IOException {
        List<String> names = new ArrayList<>(FakeTools.ALL);
        names.remove(absent);

        run(Fixture.MUSEUM, names);

        Quotations document = new Quotations(read("plans/summer.txt"));
        assertThat(document.verifyAgainst(root)).isGreaterThanOrEqualTo(4);
        assertThat(document.sections().get("Objects on loan")).contains("COLLECTION.md:5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Glob", "Grep", "TodoWrite"})
    void goes_on_when_a_tool_is_refused(String refused) throws IOException {
        Loop loop = Loop.run(
                Fixture.MUSEUM.prompt(),
                "Plan it",
                FakeTools.ALL,
                new FakeTools(Fixture.MUSEUM.at(root)).refusing(refused));

        assertThat(new Quotations(read("plans/summer.txt")).verifyAgainst(root)).isGreaterThanOrEqualTo(4);
        assertThat(loop.report()).contains("refused or failed").contains("Denied by a rule: " + refused);
    }

    @Test
    void puts_the_document_into_the_report_when_writing_is_refused() throws IOException {
        Loop loop = Loop.run(
                Fixture.MUSEUM.prompt(),
                "Plan it",
                FakeTools.ALL,
                new FakeTools(Fixture.MUSEUM.at(root)).refusing("Write"));

        assertThat(root.resolve("plans")).doesNotExist();
        assertThat(loop.calls("Write")).hasSize(1);
        assertThat(loop.report())
                .contains("Did not write `plans/summer.txt`: Write failed.")
                .contains("## Costs\n")
                .contains("Write plans/summer.txt: Denied by a rule: Write");
        assertThat(new Quotations(loop.report()).verifyAgainst(root)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void does_not_take_its_own_earlier_work_for_evidence() throws IOException {
        run(Fixture.MUSEUM, FakeTools.ALL);
        String first = read("plans/summer.txt");

        Loop again = Loop.run(Fixture.MUSEUM.prompt(), "Plan it", FakeTools.ALL, new FakeTools(root));

        assertThat(read("plans/summer.txt")).isEqualTo(first);
        assertThat(again.calls("Read").toString()).contains("plans/summer.txt");
    }

    @Test
    void gives_the_same_calls_and_report_for_the_same_workspace() throws IOException {
        Loop first = run(Fixture.MUSEUM, FakeTools.ALL);
        Files.delete(root.resolve("plans/summer.txt"));

        Loop second = Loop.run(Fixture.MUSEUM.prompt(), "Plan it", FakeTools.ALL, new FakeTools(root));

        assertThat(second.calls()).isEqualTo(first.calls());
        assertThat(second.report()).isEqualTo(first.report());
    }

    @Test
    void writes_no_program_and_no_unnamed_file() {
        for (String path : List.of("out/costs.json", "docs/{feature}.md")) {
            String system = "You are a planner.\n\nGenerate `" + path + "` containing:\n- **Costs**: transport\n";

            Loop loop = Loop.run(system, "Plan it", FakeTools.ALL, new FakeTools(Fixture.MUSEUM.at(root)));

            assertThat(loop.calls("Write")).as(path).isEmpty();
            assertThat(loop.report()).contains("Did not write `" + path + "`").contains("Transport of loans");
        }
    }

    @Test
    void bounds_its_work_in_a_large_workspace() throws IOException {
        for (int i = 0; i < 1_500; i++) {
            Path file = root.resolve("area" + i % 40 + "/part" + i + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "Part " + i + " costs " + i + " in all.\n");
        }
        Files.writeString(root.resolve("area7/zz-needle.txt"), "Guards stand at the astrolabe day and night.\n");

        Loop loop = Loop.run(Fixture.MUSEUM.prompt(), "Plan it", FakeTools.ALL, new FakeTools(root).listingAtMost(100));

        assertThat(loop.calls("Read")).hasSizeLessThan(70);
        assertThat(loop.turns()).isLessThan(30);
        assertThat(read("plans/summer.txt")).contains("`area7/zz-needle.txt:1`");
    }

    private Loop run(Fixture fixture, List<String> tools) {
        return Loop.run(fixture.prompt(), "Plan it", tools, new FakeTools(fixture.at(root)));
    }

    private static List<String> written(Loop loop) {
        return loop.calls("Write").stream()
                .map(call -> (String) call.input().get("content"))
                .toList();
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }
}
