package dev.cadre.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceText;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.DialectKeys;
import dev.cadre.core.source.DataSource;
import dev.cadre.core.source.Decoder;
import dev.cadre.core.source.Frontmatter;
import dev.cadre.core.source.Limits;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.core.source.YamlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors against the reader, which has the last word. */
class DefinitionSchemaTest {

    private static final Path SHIPPED =
            Path.of("src/main/resources/dev/cadre/core/definition/agent-frontmatter.schema.json");

    private static final Map<?, ?> SCHEMA = parsed(DefinitionSchema.json());

    private final DefinitionReader strict =
            DefinitionReader.create().with(Strictness.STRICT).validating();

    @Test
    void the_shipped_file_is_what_the_generator_makes_now() throws IOException {
        String made = SchemaText.write(SchemaGenerator.schema());
        if (Boolean.getBoolean("cadre.write")) {
            Files.writeString(SHIPPED, made);
        }

        assertThat(Files.readString(SHIPPED))
                .as("run this test with -Dcadre.write=true to write the file anew")
                .isEqualTo(made);
        assertThat(SCHEMA).isEqualTo(parsed(made));
    }

    @Test
    void holds_every_key_of_the_format_with_words_for_people() {
        Map<?, ?> properties = (Map<?, ?>) SCHEMA.get("properties");

        assertThat(List.copyOf(properties.keySet()))
                .isEqualTo(List.copyOf(DialectKeys.of(Dialect.CLAUDE).keySet()));
        assertThat(properties.values())
                .allSatisfy(property -> assertThat((String) ((Map<?, ?>) property).get("description"))
                        .endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools: Read, Agent(a, b), mcp__docs__*",
                "tools: [Read, 'Bash(git status:*)', 'Agent(a, b)']",
                "tools: []",
                "tools: ''",
                "tools: {}",
                "tools: {allow: [Read], deny: Bash, permissions: {network: false, mcp: true}}",
                "tools: {allow: Read}",
                "tools: {Read: true, Bash: false}",
                "disallowedTools: [Bash, 'mcp__*']",
                "permissions: {network: false, deny: ['Read(.env)'], ask: Bash, allow: ['Bash(git status:*)']}",
                "model: inherit",
                "model: [opus, sonnet]",
                "model: 4",
                "permissionMode: manual",
                "permissionMode: plan",
                "maxTurns: 1",
                "maxTurns: 999999999",
                "skills: one, two",
                "skills: [one, two]",
                "mcpServers: [docs, {own: {command: run}}]",
                "mcpServers: {own: {type: http, url: 'https://mcp.example/'}}",
                "hooks: {PreToolUse: []}",
                "memory: project",
                "background: true",
                "effort: xhigh",
                "isolation: worktree",
                "color: cyan",
                "initialPrompt: 7",
                "omitClaudeMd: false",
                "experimental: {cacheTtl: 1h}",
            })
    void accepts_what_a_strict_reader_loads(String line) {
        String file = file("description: d\n" + line);

        assertThat(strict.read("x.md", file).definition()).isPresent();
        assertThat(problems(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools:",
                "tools: true",
                "tools: '[Read, Grep]'",
                "tools: [[Read]]",
                "tools: [Read, 'Edit, Write']",
                "tools: [true]",
                "tools: {allow: [Read], deni: [Bash]}",
                "tools: {allow: {Read: yes}}",
                "tools: {allow: }",
                "disallowedTools: {Bash: true}",
                "disallowedTools: null",
                "permissions: {netwrk: false}",
                "permissions: {network: 'false'}",
                "permissions: {network: yes}",
                "permissions: none",
                "model: ''",
                "model: {name: opus}",
                "model: [~]",
                "permissionMode: auto",
                "permissionMode: Plan",
                "permissionMode:",
                "maxTurns: 0",
                "maxTurns: 1.5",
                "maxTurns: '10'",
                "maxTurns: 1000000000",
                "skills: {a: b}",
                "skills: [a, null]",
                "mcpServers: [docs, {own: run}]",
                "hooks: always",
                "memory: everywhere",
                "background: yes",
                "effort: 3",
                "isolation: container",
                "color: mauve",
                "color:",
                "omitClaudeMd: 1",
                "experimental: on",
                "allowed-tools: Read",
                "readonly: true",
            })
    void refuses_what_a_strict_reader_refuses(String line) {
        String file = file("description: d\n" + line);

        assertThat(strict.read(".claude/agents/x.md", file).definition()).isEmpty();
        assertThat(problems(file)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "''", "'-x'", "'a:b'", "\"a\\nb\"", "' '"})
    void refuses_names_that_can_not_be_used(String name) {
        String file = file("description: d").replace("name: x", "name: " + name);

        assertThat(strict.read("x.md", file).definition()).isEmpty();
        assertThat(problems(file)).isNotEmpty();
    }

    @Test
    void wants_a_name_and_a_description_and_not_too_much_of_them() {
        assertThat(problems(file("color: red"))).containsExactly(": required");
        assertThat(problems("---\ndescription: d\n---\nP\n")).containsExactly(": required");
        assertThat(problems(file("description: d").replace("name: x", "name: " + "x".repeat(201))))
                .containsExactly(".name: maxLength");
    }

    @Test
    void a_misspelt_restriction_is_refused_and_only_where_the_reader_refuses_it() {
        List<String> spellings = new ArrayList<>(List.of("Allowed_Tools", "deny-tools", "PERMISSION", "sandbox mode"));
        for (String key : List.of("tools", "disallowedTools", "permissionMode", "permissions")) {
            spellings.add(key.toUpperCase(Locale.ROOT));
            for (int i = 0; i < key.length(); i++) {
                spellings.add(key.substring(0, i) + key.substring(i + 1));
                spellings.add(key.substring(0, i) + "q" + key.substring(i));
                spellings.add(key.substring(0, i) + "q" + key.substring(i + 1));
            }
        }
        for (String key : spellings) {
            String file = file("description: d\n" + key + ": Read");

            assertThat(problems(file)).as(key).containsExactly("." + key + ": false");
            assertThat(DefinitionReaderTest.errors(strict.read(".claude/agents/x.md", file)))
                    .as(key)
                    .containsExactly(DiagnosticCode.KEY_MISSPELLED_RESTRICTION);
        }
    }

    @Test
    void leaves_other_keys_alone() {
        for (String key : List.of("version", "tool-notes", "tags", "toolchain", "x-permissions-note", "mode")) {
            assertThat(problems(file("description: d\n" + key + ": [1, {a: b}]")))
                    .as(key)
                    .isEmpty();
        }
    }

    @Test
    void accepts_every_fixture_that_a_strict_reader_loads() throws IOException {
        List<String> accepted = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (agrees(file.toString(), Files.readAllBytes(file))) {
                    accepted.add(file.getFileName().toString());
                }
            }
        }
        assertThat(accepted).contains("comma-list.md", "tools-map.md", "no-tools.md");
    }

    @Test
    void accepts_every_public_file_that_a_strict_reader_loads() throws IOException {
        int accepted = 0;
        try (ZipFile zip = new ZipFile(SharedData.file("data/corpus.zip").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                boolean loaded = !entry.isDirectory()
                        && agrees(entry.getName(), zip.getInputStream(entry).readAllBytes());
                accepted += loaded ? 1 : 0;
            }
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    // Returns whether both accept a file; fails if the reader alone does.
    private boolean agrees(String name, byte[] bytes) {
        Reading reading = strict.readAll(name, bytes).get(0);
        if (reading.dialect() != Dialect.CLAUDE || reading.definition().isEmpty()) {
            return false;
        }
        assertThat(problems(reading.source().text())).as(name).isEmpty();
        return true;
    }

    private static List<String> problems(String file) {
        Problems problems = Decoder.decode("x.md", file.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
        Frontmatter frontmatter = Frontmatter.find(problems);
        Node.Mapping mapping = YamlSource.read(problems, frontmatter.start(), frontmatter.end(), Limits.DEFAULT);
        return SchemaChecker.check(SCHEMA, Objects.requireNonNull(mapping, file).toJson());
    }

    private static Map<?, ?> parsed(String json) {
        Problems problems = new Problems(new SourceText("schema.json", json));
        return Objects.requireNonNull(DataSource.json(problems, Limits.DEFAULT)).toJson();
    }

    private static String file(String keys) {
        return DefinitionReaderTest.file(keys);
    }
}
