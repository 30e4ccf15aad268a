package dev.cadre.tools.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.permission.PathRefusedException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSyntaxTest {

    @Test
    void cuts_at_slashes_and_keeps_what_goes_up() {
        assertThat(PathSyntax.split("/a//./b/../c/", false))
                .isEqualTo(new PathSyntax.Split(true, List.of("a", "b", "..", "c")));
        assertThat(PathSyntax.split("a:b/C$x/~y", false))
                .isEqualTo(new PathSyntax.Split(false, List.of("a:b", "C$x", "~y")));
    }

    @Test
    void takes_names_and_paths_up_to_their_limits() {
        String name = "n".repeat(PathSyntax.MAX_NAME);
        String path = "ab/".repeat(PathSyntax.MAX_PATH / 3) + "c";

        assertThat(PathSyntax.split(name, false).names()).containsExactly(name);
        assertThat(path).hasSize(PathSyntax.MAX_PATH);
        assertThat(PathSyntax.split(path, false).names()).hasSize(PathSyntax.MAX_PATH / 3 + 1);
        assertThatThrownBy(() -> PathSyntax.split(name + "n", false)).hasMessageContaining("longer than 255 bytes");
        assertThatThrownBy(() -> PathSyntax.split(path + "c", false)).hasMessageContaining("longer than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {":a", "CON", "a."})
    void takes_names_that_only_windows_reads_otherwise(String name) {
        assertThat(PathSyntax.split(name, false).names()).containsExactly(name);
        assertThatThrownBy(() -> PathSyntax.split(name, true)).isInstanceOf(PathRefusedException.class);
    }

    @Test
    void reads_windows_paths_on_windows() {
        assertThat(PathSyntax.split("C:\\a/b", true)).isEqualTo(new PathSyntax.Split(true, List.of("C:", "a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "a/nul.txt",
                "a/com1",
                "f.txt:stream",
                "a./b",
                "a /b",
                "\\\\host\\share",
                "//host/share",
                "a/LPT9.log"
            })
    void refuses_names_that_windows_reads_otherwise(String path) {
        assertThatThrownBy(() -> PathSyntax.split(path, true)).isInstanceOf(PathRefusedException.class);
    }

    @Property(tries = 2000)
    void answers_or_refuses_whatever_the_text(@ForAll String text, @ForAll boolean windows) {
        try {
            assertThat(PathSyntax.split(text, windows).names())
                    .allSatisfy(name ->
                            assertThat(name).isNotEmpty().isNotEqualTo(".").doesNotContain("/", "\0"));
        } catch (PathRefusedException e) {
            assertThat(e).hasMessageNotContaining("\0");
        }
    }
}
