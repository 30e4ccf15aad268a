package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ws/.git/config",
                "/ws/sub/.git/hooks/pre-commit",
                "/ws/.GIT/config",
                "/ws/.g\u200Bit/config",
                "/ws/.git\u200C/config",
                "/ws/GIT~1/config",
                "/ws/DEVCON~12/devcontainer.json",
                "/ws/.ssh",
                "/ws/.github/workflows",
                "/ws/.git./config",
                "/ws/.git /config",
                "/ws/.git::$INDEX_ALLOCATION/config",
                "/ws/.claude",
                "/ws/.claude/worktrees",
                "/ws/.claude/worktrees/a/.git",
                "/ws/.config/git/config",
                "/ws/.github/workflows/x.yml",
                "/ws/gradle/wrapper/gradle-wrapper.properties",
                "/ws/.mcp.json",
                "/ws/sub/.npmrc",
                "/ws/\uFF0Egit/config",
            })
    void guards_what_controls_programs(String path) {
        assertThat(ProtectedPaths.nameOn(PlacedPath.of(new ResolvedPath(path, path, true))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ws/src/a.java",
                "/ws/.gitignore",
                "/ws/.github-notes.md",
                "/ws/.github/ISSUE_TEMPLATE.md",
                "/ws/.claude/worktrees/a/b.txt",
                "/ws/git/config",
                "/ws/gradle/a",
                "/ws/wrapper",
                "/ws/notes~1",
                "/ws/git~",
                "/ws/git~a/config",
                "/ws/devcontainer~1",
                "/ws/.github",
            })
    void leaves_other_files_alone(String path) {
        assertThat(ProtectedPaths.nameOn(PlacedPath.of(new ResolvedPath(path, path, true))))
                .isEmpty();
    }

    @Test
    void tells_which_name_it_is() {
        assertThat(ProtectedPaths.nameOn(PlacedPath.of(new ResolvedPath("/ws/a", "/ws/.GitHub/Workflows/x", true))))
                .contains(".github/workflows");
        assertThat(ProtectedPaths.nameOn(PlacedPath.of(new ResolvedPath("/ws/.npmrc", "/ws/.npmrc", true))))
                .contains(".npmrc");
    }
}
