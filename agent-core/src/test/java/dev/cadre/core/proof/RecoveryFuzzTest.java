package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Breaks the YAML around restrictions; they hold, or the definition does not load. */
class RecoveryFuzzTest {

    private static final List<PermissionRule> READ = List.of(PermissionRule.parse("Read"));
    private static final PermissionRule WRITE = PermissionRule.parse("Write");

    @DictionaryFile(resourcePath = "/fuzz/definitions.dict")
    @FuzzTest(maxDuration = "10m")
    void nothing_that_stands_around_a_restriction_takes_it_away(byte[] input) {
        String noise = new String(input, 0, Math.min(input.length, 8 << 10), StandardCharsets.UTF_8);
        // The author closed the frontmatter there, or it is no text file.
        if (noise.lines().anyMatch(RecoveryFuzzTest::isDelimiter) || noise.indexOf('\0') >= 0) {
            return;
        }
        String before = "---\nname: x\n" + noise + "\ntools: Read\ndisallowedTools: Write\n---\nPrompt\n";
        String after = "---\nname: x\ntools: Read\ndisallowedTools: Write\n" + noise + "\n---\nPrompt\n";
        Work.assertLinear(2 * before.length(), () -> {
            check(before);
            check(after);
        });
    }

    private static boolean isDelimiter(String line) {
        String text = line.strip();
        return text.equals("...") || (text.length() >= 3 && text.chars().allMatch(c -> c == '-'));
    }

    private static void check(String text) {
        Reading reading = DefinitionReader.create().read("x.md", text);
        if (reading.definition().isPresent()) {
            AgentDefinition definition = reading.orThrow();
            assertThat(definition.tools()).isInstanceOf(ToolSelection.Only.class);
            assertThat(READ).containsAll(((ToolSelection.Only) definition.tools()).entries());
            assertThat(definition.disallowedTools()).contains(WRITE);
            assertThat(definition.prompt()).isEqualTo("Prompt\n");
        }
    }
}
