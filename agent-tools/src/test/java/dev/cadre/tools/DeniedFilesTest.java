package dev.cadre.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.PermissionLayer;
import dev.cadre.tools.permission.PermissionPolicy;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.PermissionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeniedFilesTest {

    @TempDir
    private Path root;

    @BeforeEach
    void make_a_workspace() throws IOException {
        for (String file : List.of("secrets/a/key", "src/secrets/key", "src/a.pem", "src/a.java", ".git/a.pem")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.createFile(root.resolve(file));
        }
        Files.createSymbolicLink(root.resolve("link.pem"), root.resolve("src/a.java"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Read(./secrets/**) | secrets, src/secrets",
                "Read(/secrets/a/*) | secrets/a",
                "Read(secrets/) | secrets, src/secrets",
                "Read(*.pem) | src/a.pem",
                "Read(src/a.*) | src/a.java, src/a.pem",
                "Read(**) | secrets, src, .git",
                "Read(//etc/**) | ''",
                "Edit(src/**) | ''",
                "Bash(curl:*) | ''",
            })
    void are_those_that_rules_deny_to_read(String rule, String denied) {
        List<Path> wanted = Stream.of(denied.split(", ", -1))
                .filter(name -> !name.isEmpty())
                .map(root::resolve)
                .toList();

        assertThat(DeniedFiles.in(root, denying(rule))).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void are_not_those_that_rules_only_ask_before() {
        PermissionRules asking =
                new PermissionRules(List.of(), List.of(PermissionRule.parse("Read(*.pem)")), List.of());
        PermissionPolicy policy = PermissionPolicy.of(
                List.of(PermissionLayer.builder("host").rules(asking).build()));

        assertThat(DeniedFiles.in(root, policy)).isEmpty();
    }

    private static PermissionPolicy denying(String rule) {
        PermissionRules rules = new PermissionRules(List.of(PermissionRule.parse(rule)), List.of(), List.of());
        return PermissionPolicy.of(
                List.of(PermissionLayer.builder("host").rules(rules).build()));
    }
}
