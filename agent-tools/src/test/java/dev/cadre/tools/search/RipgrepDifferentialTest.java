package dev.cadre.tools.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.CancellationToken;
import dev.cadre.tools.LocalWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds the same files and counts as ripgrep, in a tree of everything that ripgrep treats in its own way. */
class RipgrepDifferentialTest {

    private static final List<String> WORDS = List.of(
            "import",
            "TODO",
            "FIXME",
            "foo",
            "foobar",
            "Exception",
            "exception",
            "2024-01-31",
            "class Foo {",
            "é",
            "naïve",
            "日本",
            "\t",
            "  ",
            "x",
            "(",
            "MyHandler(",
            "_a1",
            "K",
            "ſ");

    @TempDir
    private Path temp;

    private final Random random = new Random(42);

    @BeforeAll
    static void needs_ripgrep() {
        try {
            if (new ProcessBuilder("rg", "--version").start().waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            Assumptions.abort("ripgrep is not there: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Assumptions.abort("ripgrep does not run");
    }

    @BeforeEach
    void plant() throws IOException {
        List<String> folders = List.of("", "src/", "src/main/", "build/", ".hidden/", "src/build/", "docs/a/b/");
        for (String folder : folders) {
            Files.createDirectories(temp.resolve(folder));
            for (String name : List.of("A.java", "b.txt", "c.log", "keep.log", ".dot", "README.md", "x.min.js")) {
                Files.write(temp.resolve(folder + name), content(name));
            }
        }
        Files.writeString(
                temp.resolve(".gitignore"), "# all logs\n*.log\n!keep.log\n/build/\n**/b/README.md\nx.*.js \n");
        Files.writeString(temp.resolve("src/.ignore"), "!c.log\nmain/A.java\n");
        Files.writeString(temp.resolve("docs/.rgignore"), "a/*.txt\n[b-c].txt\n");
        Files.write(temp.resolve("binary"), "import\0foo\n".getBytes(StandardCharsets.UTF_8));
        Files.write(
                temp.resolve("late-binary"), ("import foo\n".repeat(30_000) + "\0\n").getBytes(StandardCharsets.UTF_8));
        Files.write(temp.resolve("latin1"), "caf\u00e9 foo\nimport\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(temp.resolve("crlf.txt"), "foo\r\nimport x\r\n\r\nx\r\n");
        Files.writeString(temp.resolve("no-end"), "x\nfoo");
        Files.writeString(temp.resolve("empty"), "");
        Files.writeString(temp.resolve("long"), "y".repeat(300_000) + "foo\nimport");
    }

    private byte[] content(String name) {
        StringBuilder text = new StringBuilder(name).append('\n');
        for (int line = random.nextInt(60); line > 0; line--) {
            for (int word = random.nextInt(6); word > 0; word--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Set<String> ripgrep(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "rg", "--no-config", "--no-messages", "--no-require-git", "--no-ignore-global", "--no-ignore-parent"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectInput(
                        ProcessBuilder.Redirect.from(temp.resolve("empty").toFile()))
                .start();
        Set<String> lines = new TreeSet<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.startsWith("./") ? line.substring(2) : line)
                .forEach(lines::add);
        process.waitFor();
        return lines;
    }

    private Set<String> counts(String regex, boolean multiline, FileSelection selection) {
        SearchRequest request =
                new SearchRequest(TextPattern.compile(regex, false, multiline), SearchRequest.Want.COUNTS, 0, 0, 0);
        TreeSearch search = new TreeSearch(
                request, 0, path -> true, CancellationToken.create(), System.nanoTime() + TimeUnit.MINUTES.toNanos(5));
        LocalWorkspace workspace = LocalWorkspace.open(temp);
        search.searchFolder(workspace, workspace.resolve("."), "", selection);
        Set<String> found = new TreeSet<>();
        search.hits().files().forEach(file -> found.add(file.path() + ":" + file.count()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createInstance",
                "import",
                "TODO|FIXME",
                "[a-z]+Handler\\(",
                "(?i)exception",
                "\\bfoo\\b",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                "\\d+",
                "^$",
                "^",
                "x*",
                "\\s$",
                "\\w{4,}",
                "\\W\\w\\W",
                "é",
                "(?i)É",
                "(?i)k",
                "(?i)s",
                "na.ve",
                ".{3}é",
                "[^\\x00-\\x7f]",
                "caf.",
                "日.",
                "\\bna",
                "\\Bo+\\B",
                "foo$",
                "^import",
                "\\r$",
                "^\\s+x",
                "(foo|import).*x",
                "\\p{Lu}\\p{Ll}+",
                "[[:upper:]]{4}",
                "a|",
                "\\bé",
                "[\\w&&[^a-z]]"
            })
    void counts_the_lines_that_ripgrep_counts(String regex) throws Exception {
        assertThat(counts(regex, false, FileSelection.everything())).isEqualTo(ripgrep("-uu", "-c", "-e", regex, "."));
        assertThat(counts(regex, false, FileSelection.visible())).isEqualTo(ripgrep("-c", "-e", regex, "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class \\w+ \\{\\n", "foo\\n", "\\nimport", "x\\s+x", "import[^)]*foo"})
    void counts_the_matches_across_lines_that_ripgrep_counts(String regex) throws Exception {
        assertThat(counts(regex, true, FileSelection.visible()))
                .isEqualTo(ripgrep("-U", "--multiline-dotall", "-c", "-e", regex, "."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.java",
                "!*.java",
                "src/**",
                "/src/*.txt",
                "**/A.java",
                "*.{log,txt}",
                "[a-c].*",
                "build",
                "!build",
                "src/*/*",
                "*.min.js",
                ".dot",
                "!src/"
            })
    void selects_the_files_that_ripgrep_selects(String glob) throws Exception {
        assertThat(counts("x|o", false, FileSelection.visible().withGlob(glob)))
                .isEqualTo(ripgrep("-g", glob, "-c", "-e", "x|o", "."));
    }

    @Test
    void knows_types_by_the_names_that_ripgrep_knows() throws Exception {
        for (String type : List.of("java", "txt", "md", "js")) {
            FileSelection selection =
                    FileSelection.visible().withTypes(FileTypes.globs(type).orElseThrow());
            assertThat(counts("x|o", false, selection)).isEqualTo(ripgrep("-t", type, "-c", "-e", "x|o", "."));
        }
    }
}
