package dev.cadre.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifRendererTest {

    @Test
    void gives_rules_places_and_fixes_of_all_files() {
        SourceText source = new SourceText("agents/my file.md", "---\ntool: Read\n---\n");
        Diagnostic diagnostic = Diagnostic.builder(
                        DiagnosticCode.KEY_MISSPELLED_RESTRICTION, source.span(4, 4), "unknown key \"tool\"")
                .fix(Fix.replace("write tools", source.span(4, 4), "tools"))
                .build();

        String text = DiagnosticRenderer.sarif()
                .render(List.of(
                        new SourceDiagnostics(source, List.of(diagnostic)),
                        new SourceDiagnostics(new SourceText("b.md", ""), List.of())));

        JsonNode run = new JsonMapper().readTree(text).get("runs").get(0);
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo("key/misspelled-restriction");
        JsonNode result = run.at("/results/0");
        assertThat(result.get("level").asString()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("agents/my%20file.md");
        assertThat(result.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":5}");
        assertThat(result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asString())
                .isEqualTo("tools");
    }

    @Test
    void names_rules_by_their_place_in_the_list_and_files_by_valid_addresses() {
        SourceText drive = new SourceText("C:\\agents\\a b.md", "x");
        SourceText colon = new SourceText("team:a.md", "x");

        String text = DiagnosticRenderer.sarif()
                .render(List.of(
                        said(drive, DiagnosticCode.TOOLS_UNKNOWN),
                        said(colon, DiagnosticCode.KEY_MISSPELLED_RESTRICTION)));

        JsonNode run = new JsonMapper().readTree(text).get("runs").get(0);
        JsonNode results = run.get("results");
        for (JsonNode result : results) {
            assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id"))
                    .isEqualTo(result.get("ruleId"));
            assertThat(result.at("/message/text").asString()).isEqualTo("odd. Fix: did you mean y?");
        }
        String uri = "/locations/0/physicalLocation/artifactLocation/uri";
        assertThat(results.get(0).at(uri).asString()).isEqualTo("file:///C:/agents/a%20b.md");
        assertThat(results.get(1).at(uri).asString()).isEqualTo("./team:a.md");
    }

    private static SourceDiagnostics said(SourceText source, DiagnosticCode code) {
        Diagnostic diagnostic = Diagnostic.builder(code, source.span(0, 1), "odd")
                .advice("did you mean y?")
                .build();
        return new SourceDiagnostics(source, List.of(diagnostic));
    }
}
