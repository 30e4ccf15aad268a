package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with YAML is told in plain words, with advice that mends it. */
class BrokenYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tools: *              | asterisk                  | put the value in quotes",
                "tools: [Read, Grep    | starts with [             | write a ] behind the last item",
                "tools: {bash: false   | starts with {             | write a } behind the last value",
                "tools: \"Read         | none closes               | write the closing quotation mark",
                "tools: \"Read\", Bash | comma stands behind       | one pair of quotes",
                "tools: \"Read\" Bash  | stands behind the closing | put all of the value in quotes",
                "tools: \"a\\d\"       | backslash                 | single quotes",
                "tools: Read: Bash     | a colon and a blank       | put the value in quotes",
                "tools:\\tRead         | a tab                     | write blanks instead",
                "tools: @a             | @                         | quote values",
            })
    void a_restriction_that_is_no_yaml_is_told_with_what_mends_it(String line, String problem, String advice) {
        Reading reading = DefinitionReader.create()
                .read("x.md", DefinitionReaderTest.file("description: d\n" + line.replace("\\t", "\t")));

        assertThat(reading.diagnostics()).anySatisfy(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.YAML_SYNTAX);
            assertThat(diagnostic.message()).contains(problem);
            assertThat(diagnostic.fix().map(Fix::title).orElse("")).contains(advice);
        });
        assertThat(reading.diagnostics().get(0)).extracting(Diagnostic::isError).isEqualTo(true);
    }
}
