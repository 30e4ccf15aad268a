package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionEditor;
import dev.cadre.core.definition.DefinitionException;
import dev.cadre.core.definition.DefinitionFixer;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Fixes and edits whatever the fuzzer writes. */
class RewritingFuzzTest {

    @DictionaryFile(resourcePath = "/fuzz/definitions.dict")
    @FuzzTest(maxDuration = "10m")
    void fixes_and_edits_give_no_rights_and_leave_the_rest_alone(byte[] input) {
        NamedSource source = NamedSource.of(input);
        Work.assertLinear(10 * source.content().length, () -> {
            fix(source);
            edit(source);
        });
    }

    private static void fix(NamedSource source) {
        Reading before = DefinitionReader.create().read(source.name(), source.content());
        DefinitionFixer.Result once = DefinitionFixer.fix(source.name(), source.content());
        byte[] fixed = once.text().getBytes(StandardCharsets.UTF_8);
        if (once.applied().isEmpty()) {
            // Nothing is written then; of what is no text, only the start could be decoded.
            assertThat(fixed.length).isLessThanOrEqualTo(source.content().length);
            before.definition().ifPresent(loaded -> assertThat(fixed).isEqualTo(source.content()));
            return;
        }
        DefinitionFixer.Result twice = DefinitionFixer.fix(source.name(), fixed);
        assertThat(twice.applied()).isEmpty();
        assertThat(twice.text()).isEqualTo(once.text());
        before.definition()
                .ifPresent(loaded ->
                        assertThatNothingIsWidened(loaded, once.reading().orThrow()));
    }

    private static void edit(NamedSource source) {
        Reading reading = DefinitionReader.create().read(source.name(), source.content());
        String text = reading.source().text();
        boolean markdown = reading.dialect() != Dialect.MARKDOWN && text.startsWith("---");
        if (reading.definition().isPresent() && markdown) {
            AgentDefinition definition = reading.orThrow();
            edit(source.name(), text, definition, editor -> editor.withModel("some-model"));
            String description = "When: \"it\" # matters";
            edit(source.name(), text, definition, editor -> {
                DefinitionEditor edited = editor.withDescription(description);
                assertThat(edited.definition().description()).startsWith(description);
                return edited;
            });
        }
    }

    private static void edit(String name, String text, AgentDefinition before, UnaryOperator<DefinitionEditor> change) {
        DefinitionEditor edited;
        try {
            edited = change.apply(DefinitionEditor.of(name, text));
        } catch (DefinitionException e) {
            // The edit would have made it unusable, and says so.
            return;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("no frontmatter");
            return;
        } catch (IllegalStateException e) {
            // Only what had to be guessed may come out otherwise.
            assertThat(e).hasMessageContaining("fix it first");
            assertThat(DefinitionReader.create().read(name, text).diagnostics())
                    .anyMatch(problem -> problem.code() == DiagnosticCode.YAML_RECOVERED);
            return;
        }
        assertThatNothingIsWidened(before, edited.definition());
        assertThat(edited.definition().prompt()).isEqualTo(before.prompt());
        assertThat(edited.definition().extensions()).isEqualTo(before.extensions());
        assertThat(edited.text()).endsWith(before.prompt());
    }

    private static void assertThatNothingIsWidened(AgentDefinition before, AgentDefinition after) {
        assertThat(RightsProbe.widened(before, after)).isEmpty();
        if (before.maxTurns().isPresent()) {
            assertThat(after.maxTurns().orElse(Integer.MAX_VALUE))
                    .isLessThanOrEqualTo(before.maxTurns().getAsInt());
        }
    }
}
