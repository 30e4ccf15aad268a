package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.convert.Conversion;
import dev.cadre.core.convert.DefinitionConverter;
import dev.cadre.core.diagnostic.TextEdits;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.ToolSelection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Fixes, edits and converts public files; every fifth, or all of them with {@code -Dcadre.proof=true}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusRewritingTest {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeAll
    void open() throws IOException {
        int step = Boolean.getBoolean("cadre.proof") ? 1 : 5;
        try (ZipFile zip = new ZipFile(SharedData.file("data/corpus.zip").toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".md"))
                    .toList();
            for (int i = 0; i < entries.size(); i += step) {
                try (InputStream in = zip.getInputStream(entries.get(i))) {
                    files.put(entries.get(i).getName(), in.readAllBytes());
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(700);
    }

    @Test
    void fixing_never_widens_and_fixing_again_changes_nothing() {
        files.forEach((path, bytes) -> {
            DefinitionFixer.Result once = DefinitionFixer.fix(path, bytes);
            Reading before = DefinitionReader.create().read(path, bytes);
            byte[] fixed = once.text().getBytes(StandardCharsets.UTF_8);
            if (once.applied().isEmpty()) {
                assertThat(fixed).as(path).isEqualTo(bytes);
            }
            assertThat(DefinitionFixer.fix(path, fixed).applied()).as(path).isEmpty();
            if (before.definition().isPresent()) {
                assertThat(RightsComparison.widened(
                                before.orThrow(), once.reading().orThrow()))
                        .as(path)
                        .isEmpty();
                assertThat(once.reading().orThrow().description())
                        .as(path)
                        .isEqualTo(before.orThrow().description());
            }
        });
    }

    @Test
    void an_edit_changes_only_its_lines() {
        files.forEach((path, bytes) -> {
            Reading reading = DefinitionReader.create().read(path, bytes);
            boolean frontmatter = reading.source().text().startsWith("---");
            if (reading.definition().isPresent() && reading.dialect() != Dialect.MARKDOWN && frontmatter) {
                String text = reading.source().text();
                String edited =
                        DefinitionEditor.of(path, text).withModel("some-model").text();
                assertThat(changedLines(text, edited)).as(path).isLessThanOrEqualTo(1);
                assertThat(TextEdits.apply(text, List.of())).isEqualTo(text);
            }
        });
    }

    @Test
    void what_is_converted_is_equal_or_reported() {
        files.forEach((path, bytes) -> DefinitionReader.create()
                .read(path, bytes)
                .definition()
                .ifPresent(definition -> DefinitionConverter.targets()
                        .forEach(
                                dialect -> check(path, definition, DefinitionConverter.convert(definition, dialect)))));
    }

    private static void check(String path, AgentDefinition definition, Conversion conversion) {
        String as = path + " as " + conversion.dialect();
        if (conversion.isWidening() || !conversion.losses().isEmpty()) {
            return;
        }
        String folder = conversion.dialect() == Dialect.FACTORY ? ".factory/droids/" : folder(conversion.dialect());
        AgentDefinition back = DefinitionReader.create()
                .read(folder + conversion.fileName(), conversion.text())
                .definition()
                .orElseThrow(() -> new AssertionError(as));
        assertThat(back.description().strip())
                .as(as)
                .isEqualTo(definition.description().strip());
        assertThat(back.prompt()).as(as).isEqualTo(definition.prompt());
        assertThat(back.model()).as(as).isEqualTo(definition.model());
        if (definition.tools() instanceof ToolSelection.Only only) {
            assertThat(only.entries()).as(as).containsAll(((ToolSelection.Only) back.tools()).entries());
        } else {
            assertThat(back.tools()).as(as).isEqualTo(definition.tools());
        }
    }

    private static String folder(Dialect dialect) {
        return dialect == Dialect.CLAUDE_JSON || dialect == Dialect.ROO ? "" : "." + dialect.id() + "/agents/";
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
