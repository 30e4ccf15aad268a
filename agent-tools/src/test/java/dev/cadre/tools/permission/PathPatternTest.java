package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    private static final Places PLACES = new Places("/ws", "/home/v");

    @ParameterizedTest(name = "{0} means {1}: narrow {2}, broad {3}")
    @CsvSource({
        "src/**, /ws/src/a/b.java, true, true",
        "src/**, /ws/src, false, false",
        "src/**, /ws/lib/src/a, false, true",
        "src/**, /other/src/a, false, true",
        "/src/**, /ws/src/a, true, true",
        "./.env, /ws/.env, true, true",
        "./.env, /ws/sub/.env, false, false",
        ".env, /ws/.env, true, true",
        ".env, /ws/sub/.env, true, true",
        ".env, /ws/.ENV, false, true",
        ".env, /ws/.envrc, false, false",
        "*.pem, /ws/keys/a.pem, true, true",
        "secrets, /ws/a/secrets/b/c, true, true",
        "secrets/, /ws/secrets/b, true, true",
        "secrets/, /ws/secrets, false, true",
        "/*, /ws/a, true, true",
        "/docs/*, /ws/docs/a/b, false, true",
        "docs/*.md, /ws/docs/a.md, true, true",
        "docs/*.md, /ws/docs/sub/a.md, false, false",
        "docs/**/*.md, /ws/docs/sub/a.md, true, true",
        "docs/**/*.md, /ws/docs/a.md, true, true",
        "//etc/passwd, /etc/passwd, true, true",
        "//etc/**, /etc/ssh/x, true, true",
        "//etc/**, /ws/etc/x, false, false",
        "SRC/a, /ws/src/a, false, true",
        "/a, /ws/a, true, true",
        "a/, /ws/b/a/c, true, true",
        "//**, /any/thing, true, true",
        "~/.ssh/**, /home/v/.ssh/id, true, true",
        "~/.ssh/**, /ws/.ssh/id, false, false",
        "~/a, /home/vv/a, false, false",
        "**, /ws/a/b, true, true",
        "**, /wsx/a, false, true",
        "'src/*.{ts,tsx}', /ws/src/a.tsx, true, true",
        "'src/*.{ts,tsx}', /ws/src/a.js, false, false",
        "'a[0-9].txt', /ws/a7.txt, true, true",
        "'a[0-9].txt', /ws/a0.txt, true, true",
        "'a[0-9].txt', /ws/a9.txt, true, true",
        "'a[0-9].txt', /ws/ab.txt, false, false",
        "'a[b-]', /ws/a-, true, true",
        "'a[]x]', /ws/a], true, true",
        "'a[b', '/ws/a[b', true, true",
        "'a[b', /ws/ab, false, false",
        "'a[!0-9].txt', /ws/a7.txt, false, false",
        "'a[^0-9].txt', /ws/a7.txt, false, false",
        "'a[^0-9].txt', /ws/ab.txt, true, true",
        "'a[!]x]', /ws/a], false, false",
        "'a?.txt', /ws/ab.txt, true, true",
        "a\\*, /ws/a*, true, true",
        "a\\*, /ws/ab, false, false",
    })
    void means_paths_as_gitignore_does(String pattern, String path, boolean narrow, boolean broad) {
        PathPattern compiled = PathPattern.compile(pattern);

        assertThat(compiled.matches(PathNames.of(path), PLACES, PathPattern.Reading.NARROW))
                .isEqualTo(narrow);
        assertThat(compiled.matches(PathNames.of(path), PLACES, PathPattern.Reading.BROAD))
                .isEqualTo(broad);
    }

    @ParameterizedTest(name = "{0} means all of {1}: {2}, something in it: {3}")
    @CsvSource({
        "secrets/**, /ws/secrets, true, true",
        "secrets/**, /ws/SECRETS, true, true",
        "secrets/**, /ws/a/secrets, true, true",
        "secrets/**, /ws, false, true",
        "secrets/**, /, false, true",
        "secrets/**, /ws/secret, false, false",
        "secrets/**, /ws/secrets/a, false, false",
        "a/b/*.pem, /ws/a/b, false, true",
        "a/b/*.pem, /ws/a, false, true",
        "a/b/*.pem, /ws/b, false, false",
        "a/b, /ws/a, false, true",
        "a/b, /ws/a/b, false, false",
        "~/.ssh/**, /home/v/.ssh, true, true",
        "~/.ssh/**, /home/v, false, true",
        "~/.ssh/**, /home, false, true",
        "~/.ssh/**, /ws, false, false",
        "//etc/ssl/*, /etc/ssl, true, true",
        "//etc/ssl/*, /, false, true",
        "//etc/ssl/*, /ws, false, false",
        ".env, /ws, false, false",
        "**/a.txt, /ws, false, false",
        "*/a.txt, /ws, false, false",
    })
    void leads_into_the_folders_that_it_spells(String pattern, String folder, boolean all, boolean some) {
        PathPattern compiled = PathPattern.compile(pattern);

        assertThat(compiled.leadsInto(PathNames.of(folder), PLACES, PathPattern.Extent.ALL))
                .isEqualTo(all);
        assertThat(compiled.leadsInto(PathNames.of(folder), PLACES, PathPattern.Extent.SOME))
                .isEqualTo(some);
    }

    @Test
    void overlooks_invisible_characters_in_restrictions_only() {
        PathPattern env = PathPattern.compile(".env");

        assertThat(env.matches(PathNames.of("/ws/.e\u200Bnv"), PLACES, PathPattern.Reading.BROAD))
                .isTrue();
        assertThat(env.matches(PathNames.of("/ws/.e\u200Bnv"), PLACES, PathPattern.Reading.NARROW))
                .isFalse();
    }

    @Test
    void refuses_what_it_can_not_mean() {
        assertThatThrownBy(() -> PathPattern.compile("!a")).hasMessageContaining("negated");
        assertThatThrownBy(() -> PathPattern.compile("a/../b")).hasMessageContaining("..");
        assertThatThrownBy(() -> PathPattern.compile("~root/a")).hasMessageContaining("homes");
        assertThatThrownBy(() -> PathPattern.compile("{a,b}".repeat(7))).hasMessageContaining("64");
    }

    @Test
    void needs_no_more_than_polynomial_time() {
        PathPattern stars = PathPattern.compile("**/a/".repeat(60) + "b");
        String path = "/ws" + "/a".repeat(200);

        assertThat(stars.matches(PathNames.of(path), PLACES, PathPattern.Reading.NARROW))
                .isFalse();
    }
}
