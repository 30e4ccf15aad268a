package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs every Java snippet of README.md and docs, each as a program of its own beside the examples. */
class DocsTest {

    private static final Path ROOT = Path.of(System.getProperty("cadre.root", "../.."));
    private static final Pattern SNIPPET = Pattern.compile("(?m)^```java\\n(.*?)^```$", Pattern.DOTALL);

    private static final List<String> IMPORTED = List.of(
            "static dev.cadre.testkit.AgentAssertions",
            "dev.cadre.core",
            "dev.cadre.core.convert",
            "dev.cadre.core.definition",
            "dev.cadre.core.diagnostic",
            "dev.cadre.core.dialect",
            "dev.cadre.core.registry",
            "dev.cadre.core.run",
            "dev.cadre.llm",
            "dev.cadre.llm.testkit",
            "dev.cadre.llm.testkit.cassette",
            "dev.cadre.llm.testkit.wire",
            "dev.cadre.testkit",
            "dev.cadre.tools",
            "dev.cadre.tools.permission",
            "java.nio.file",
            "java.time",
            "java.util");

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> every_snippet_compiles_and_runs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            Matcher snippet = SNIPPET.matcher(Files.readString(page));
            for (int number = 1; snippet.find(); number++) {
                String code = snippet.group(1);
                Path folder = temp.resolve(page.getFileName() + "-" + number);
                tests.add(DynamicTest.dynamicTest(
                        ROOT.relativize(page) + " snippet " + number, () -> compileAndRun(code, folder)));
            }
        }
        assertThat(tests).as("snippets in README.md and docs").isNotEmpty();
        return tests.stream();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            docs.filter(page -> page.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    private static void compileAndRun(String code, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("agents"));
        Files.copy(
                ROOT.resolve("agent-examples/agents/backend-developer.md"),
                folder.resolve("agents/backend-developer.md"));
        Path source = folder.resolve("Snippet.java");
        Files.writeString(source, program(code));
        StringWriter problems = new StringWriter();
        assertThat(compile(source, problems)).as("compiles: " + problems).isTrue();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + ":" + System.getProperty("java.class.path"),
                        "Snippet")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output;
        try (InputStream out = process.getInputStream()) {
            output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static String program(String code) {
        if (code.contains("class Snippet")) {
            return code;
        }
        return IMPORTED.stream().map("import %s.*;%n"::formatted).collect(Collectors.joining()) + """

                public class Snippet {
                    public static void main(String[] args) throws Exception {
                %s
                    }
                }
                """.formatted(code);
    }

    private static boolean compile(Path source, StringWriter problems) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return compiler.getTask(
                        problems,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                source.getParent().toString()),
                        null,
                        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                                .getJavaFileObjects(source))
                .call();
    }
}
