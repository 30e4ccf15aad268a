package dev.cadre.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.convert.Conversion;
import dev.cadre.core.convert.DefinitionConverter;
import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionBuilder;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.tools.permission.PermissionMode;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import dev.cadre.tools.permission.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading a written definition gives it back, in every dialect, or the report of losses says what it does not. */
class WrittenDefinitionProperties {

    @Property(tries = 150)
    void reading_a_written_definition_gives_it_back_or_says_what_is_lost(
            @ForAll("definitions") AgentDefinition definition) {
        for (Dialect dialect : DefinitionConverter.targets()) {
            Conversion conversion = DefinitionConverter.convert(definition, dialect);
            List<String> report = new ArrayList<>(conversion.losses());
            report.addAll(conversion.widenings());
            AgentDefinition back = ConverterFuzzTest.read(dialect, conversion);

            assertThat(Components.unreported(definition, back, report))
                    .as(dialect.id())
                    .isEmpty();
            if (!conversion.isWidening()) {
                assertThat(RightsProbe.widened(definition, back))
                        .as(dialect.id())
                        .isEmpty();
            }
        }
    }

    @Property(tries = 150)
    void claude_code_s_format_loses_nothing(@ForAll("definitions") AgentDefinition definition) {
        for (Dialect dialect : List.of(Dialect.CLAUDE, Dialect.CLAUDE_JSON)) {
            Conversion conversion = DefinitionConverter.convert(definition, dialect);

            assertThat(conversion.losses()).isEmpty();
            assertThat(conversion.widenings()).isEmpty();
        }
    }

    @Provide
    Arbitrary<AgentDefinition> definitions() {
        Arbitrary<DefinitionBuilder> texts = Combinators.combine(texts(), texts())
                .as((description, prompt) -> AgentDefinition.builder("some-agent", description.strip(), prompt));
        Arbitrary<DefinitionBuilder> restricted = Combinators.combine(
                        texts, rules().map(ToolSelection::only).injectNull(0.3), rules(), rules(), rules(), modes())
                .as((builder, tools, denied, ask, deny, mode) -> {
                    builder.tools(tools == null ? ToolSelection.inherit() : tools);
                    builder.disallowedTools(denied).rules(new PermissionRules(deny, ask, List.of()));
                    return mode == null ? builder : builder.permissionMode(mode);
                });
        return Combinators.combine(
                        restricted,
                        Arbitraries.integers().between(1, 50).injectNull(0.5),
                        Arbitraries.of("opus", "a:b:c", "true", "1.5", "# x").injectNull(0.3),
                        texts().injectNull(0.7))
                .as((builder, turns, model, first) -> {
                    if (turns != null) {
                        builder.maxTurns(turns);
                    }
                    if (model != null) {
                        builder.model(model);
                    }
                    if (first != null) {
                        builder.initialPrompt(first);
                    }
                    return builder.hooks(turns == null ? Map.of() : Map.of("Stop", List.of("a: b")))
                            .build();
                });
    }

    private static Arbitrary<List<PermissionRule>> rules() {
        return Arbitraries.of(
                        "Read",
                        "Write",
                        "Edit",
                        "Glob",
                        "Grep",
                        "Bash",
                        "Bash(git *)",
                        "Bash(rm -rf *)",
                        "Edit(docs/**)",
                        "WebFetch",
                        "WebFetch(domain:example.com)",
                        "Agent",
                        "mcp__s__t",
                        "mcp__s__*")
                .map(PermissionRule::parse)
                .list()
                .uniqueElements()
                .ofMaxSize(5);
    }

    private static Arbitrary<PermissionMode> modes() {
        return Arbitraries.of(PermissionMode.values()).injectNull(0.6);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\n\té😀: #'\"\\-\uFFFD\u2028")
                .ofMinLength(1)
                .ofMaxLength(60)
                .filter(text -> !text.isBlank() && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }
}
