package dev.cadre.tools.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cadre.tools.fuzz.Promptness;
import dev.cadre.tools.fuzz.Seeds;
import dev.cadre.tools.permission.PathRefusedException;
import dev.cadre.tools.permission.ResolvedPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes paths for ten minutes, or as long as the environment's JAZZER_MAX_DURATION says. */
class PathSyntaxFuzzTest {

    @TempDir
    static Path outside;

    private static ConfinedTree tree;

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void every_text_is_a_path_whose_place_is_known_or_none(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (boolean windows : new boolean[] {false, true}) {
            PathSyntax.Split split = Promptness.promptly(() -> split(text, windows));
            if (split != null) {
                assertThat(split.names())
                        .noneMatch(name -> name.isEmpty() || name.equals(".") || name.indexOf('/') >= 0);
                String again = (split.absolute() ? "/" : "./") + String.join("/", split.names());
                assertThat(again.isBlank() || windows ? split : split(again, false))
                        .isEqualTo(split);
            }
        }
        ResolvedPath resolved = Promptness.promptly(() -> resolved(text));
        if (resolved != null && resolved.inside()) {
            String root = tree().rootPath();
            assertThat(resolved.real() + "/").startsWith(root + "/").doesNotContain("/../");
            assertThat(resolved.literal() + "/").startsWith(root + "/").doesNotContain("/../");
        }
    }

    private static PathSyntax.Split split(String text, boolean windows) {
        try {
            return PathSyntax.split(text, windows);
        } catch (PathRefusedException e) {
            return null;
        }
    }

    private static ResolvedPath resolved(String text) {
        try {
            return tree().resolve(text);
        } catch (PathRefusedException e) {
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // Links in, out, around and nowhere.
    private static ConfinedTree tree() throws IOException {
        if (tree == null) {
            Path root = Files.createDirectories(outside.resolve("ws"));
            Files.createDirectories(root.resolve("a/b"));
            Files.writeString(root.resolve("a/f"), "");
            Files.createSymbolicLink(root.resolve("out"), outside);
            Files.createSymbolicLink(root.resolve("in"), Path.of("a/b"));
            Files.createSymbolicLink(root.resolve("up"), Path.of("../ws/a/.."));
            Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
            Files.createSymbolicLink(root.resolve("none"), Path.of("/nowhere/at/all"));
            tree = ConfinedTree.of(root);
        }
        return tree;
    }

    static Stream<Arguments> seeds() {
        return Seeds.of(
                "file_path",
                "a/../a/./b//f",
                "out/../ws/a",
                "in/../f",
                "up/up/loop",
                "none/x",
                "C:\\a\\..\\NUL.txt",
                "\\\\host\\share",
                "file:///a",
                "~/x",
                "$HOME/x",
                "/proc/self/root");
    }
}
