package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionEditor;
import dev.cadre.core.definition.DefinitionFixer;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.definition.RightsComparison;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Loads, fixes and edits public files; every fifth, or all of them with {@code -Dcadre.proof=true}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusRewritingTest {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> defects = new ArrayList<>();
    private Map<String, byte[]> files;

    @BeforeAll
    void open() throws IOException {
        files = CorpusFiles.some();
        assertThat(files).hasSizeGreaterThan(700);
    }

    @BeforeEach
    void forget() {
        defects.clear();
    }

    @Test
    void what_is_loaded_and_saved_is_the_same_byte_for_byte() {
        files.forEach((path, bytes) -> {
            Reading reading = DefinitionReader.create().read(path, bytes);
            if (reading.definition().isPresent()) {
                boolean marked = new String(bytes, StandardCharsets.UTF_8).startsWith(BYTE_ORDER_MARK);
                String saved =
                        (marked ? BYTE_ORDER_MARK : "") + reading.source().text();
                require(path, Arrays.equals(saved.getBytes(StandardCharsets.UTF_8), bytes), "saved otherwise");
            }
        });

        assertThat(defects).isEmpty();
    }

    @Test
    void fixing_never_widens_and_fixing_again_changes_nothing() {
        files.forEach((path, bytes) -> {
            DefinitionFixer.Result once = DefinitionFixer.fix(path, bytes);
            byte[] fixed = once.text().getBytes(StandardCharsets.UTF_8);
            require(path, !once.applied().isEmpty() || Arrays.equals(fixed, bytes), "changed without a fix");
            DefinitionFixer.Result twice = DefinitionFixer.fix(path, fixed);
            require(path, twice.applied().isEmpty(), "fixed again");
            require(path, twice.text().equals(once.text()), "changed again");
            DefinitionReader.create().read(path, bytes).definition().ifPresent(before -> {
                AgentDefinition after = once.reading().orThrow();
                RightsComparison.widened(before, after).forEach(way -> require(path, false, way));
                RightsProbe.widened(before, after).forEach(way -> require(path, false, way));
                require(path, after.description().equals(before.description()), "another description");
                require(path, after.prompt().equals(before.prompt()), "another prompt");
            });
        });

        assertThat(defects).isEmpty();
    }

    @Test
    void an_edit_changes_only_its_own_line() {
        files.forEach((path, bytes) -> {
            Reading reading = DefinitionReader.create().read(path, bytes);
            if (isEditable(reading)) {
                edit(path, reading, "model", editor -> editor.withModel("some-model"));
                edit(path, reading, "color", editor -> editor.with("color", "blue"));
                if (reading.orThrow().tools() instanceof ToolSelection.Only only
                        && !only.entries().isEmpty()) {
                    edit(path, reading, "tools", editor -> editor.withTool("TodoWrite"));
                }
            }
        });

        assertThat(defects).isEmpty();
    }

    @Test
    void an_edited_description_leaves_every_other_line_alone() {
        files.forEach((path, bytes) -> {
            Reading reading = DefinitionReader.create().read(path, bytes);
            if (isEditable(reading)) {
                String text = reading.source().text();
                DefinitionEditor edited = DefinitionEditor.of(path, text).withDescription("Does: this # that");
                int lines = reading.orThrow()
                        .origin()
                        .span("description")
                        .map(span -> span.endLine() - span.line() + 1)
                        .orElse(1);
                require(path, edited.definition().description().equals("Does: this # that"), "not the description");
                require(path, changedLines(text, edited.text()) <= lines, "other lines changed");
                require(
                        path,
                        edited.definition().prompt().equals(reading.orThrow().prompt()),
                        "another prompt");
            }
        });

        assertThat(defects).isEmpty();
    }

    private void require(String path, boolean holds, String otherwise) {
        if (!holds) {
            defects.add(path + ": " + otherwise);
        }
    }

    private static boolean isEditable(Reading reading) {
        return reading.definition().isPresent()
                && reading.dialect() != Dialect.MARKDOWN
                && reading.source().text().startsWith("---");
    }

    private void edit(String path, Reading reading, String key, UnaryOperator<DefinitionEditor> change) {
        String text = reading.source().text();
        DefinitionEditor edited;
        try {
            edited = change.apply(DefinitionEditor.of(path, text));
        } catch (IllegalStateException e) {
            require(path, e.getMessage().contains("edit it by hand"), e.getMessage());
            return;
        }
        int lines = reading.orThrow()
                .origin()
                .span(key)
                .filter(span -> key.equals("model"))
                .map(span -> span.endLine() - span.line() + 1)
                .orElse(1);
        require(path, changedLines(text, edited.text()) <= lines, key + " changes other lines");
        Map<String, Object> kept = new LinkedHashMap<>(edited.definition().extensions());
        Map<String, Object> had = new LinkedHashMap<>(reading.orThrow().extensions());
        kept.remove(key);
        had.remove(key);
        require(path, kept.equals(had), key + " changes other keys");
    }

    // Lines of the longer text that are not in the common start or end.
    private static int changedLines(String before, String after) {
        List<String> a = List.of(before.split("\r\n|\r|\n", -1));
        List<String> b = List.of(after.split("\r\n|\r|\n", -1));
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        return Math.max(a.size(), b.size()) - start - end;
    }
}
