package dev.cadre.tools.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the files inside a workspace that control programs or the agent itself. Writing them asks in every mode.
 *
 * <p>Names are compared as forgivingly as any file system does: case, invisible characters, trailing dots, alternate
 * streams and short names of Windows don't count.
 */
final class ProtectedPaths {

    private static final List<List<String>> FOLDERS = List.of(
            List.of(".git"),
            List.of(".config", "git"),
            List.of(".vscode"),
            List.of(".idea"),
            List.of(".husky"),
            List.of(".cargo"),
            List.of(".devcontainer"),
            List.of(".yarn"),
            List.of(".mvn"),
            List.of(".claude"),
            List.of(".codex"),
            List.of(".cursor"),
            List.of(".gemini"),
            List.of(".opencode"),
            List.of(".agents"),
            List.of(".ssh"),
            List.of(".gnupg"),
            List.of(".aws"),
            List.of(".kube"),
            List.of(".docker"),
            List.of("gradle", "wrapper"),
            List.of(".github", "workflows"),
            List.of(".github", "actions"),
            List.of(".github", "agents"),
            List.of(".circleci"));

    private static final Set<String> FILES = Set.of(
            ".bashrc",
            ".bash_profile",
            ".bash_login",
            ".bash_logout",
            ".bash_aliases",
            ".profile",
            ".zshrc",
            ".zshenv",
            ".zprofile",
            ".zlogin",
            ".zlogout",
            ".kshrc",
            ".cshrc",
            ".tcshrc",
            ".login",
            ".inputrc",
            ".gitconfig",
            ".gitmodules",
            ".gitlab-ci.yml",
            ".ripgreprc",
            ".mcp.json",
            ".claude.json",
            ".npmrc",
            ".yarnrc",
            ".yarnrc.yml",
            ".pnpmfile.cjs",
            ".pypirc",
            ".netrc",
            ".envrc",
            ".vimrc",
            ".exrc",
            ".nvimrc",
            ".emacs",
            ".tmux.conf",
            ".screenrc",
            ".bazelrc",
            ".mavenrc",
            ".pre-commit-config.yaml");

    private ProtectedPaths() {}

    /** Returns the protected name on a path; empty if there is none. */
    static Optional<String> nameOn(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (!name.isEmpty()) {
                names.add(fold(name));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (FILES.contains(names.get(i))) {
                return Optional.of(names.get(i));
            }
            for (List<String> folder : FOLDERS) {
                if (startsAt(names, i, folder) && !isWorktree(names, i)) {
                    return Optional.of(String.join("/", folder));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWorktree(List<String> names, int at) {
        return names.get(at).equals(".claude")
                && at + 2 < names.size()
                && names.get(at + 1).equals("worktrees");
    }

    private static boolean startsAt(List<String> names, int at, List<String> folder) {
        if (at + folder.size() > names.size()) {
            return false;
        }
        for (int k = 0; k < folder.size(); k++) {
            if (!means(names.get(at + k), folder.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static boolean means(String name, String wanted) {
        return name.equals(wanted) || isShortName(name, wanted);
    }

    // Windows abbreviates .git to GIT~1 and .devcontainer to DEVCON~1.
    private static boolean isShortName(String name, String wanted) {
        int tilde = name.indexOf('~');
        if (tilde <= 0 || tilde == name.length() - 1 || !wanted.startsWith(".")) {
            return false;
        }
        String stem = wanted.substring(1).replace(".", "");
        return name.substring(0, tilde).equals(stem.substring(0, Math.min(6, stem.length())))
                && name.substring(tilde + 1).chars().allMatch(Character::isDigit);
    }

    private static String fold(String name) {
        String folded = FoldedName.of(name).toLowerCase(Locale.ROOT);
        int stream = folded.indexOf(':');
        String file = stream > 0 ? folded.substring(0, stream) : folded;
        int end = file.length();
        while (end > 1 && (file.charAt(end - 1) == '.' || file.charAt(end - 1) == ' ')) {
            end--;
        }
        return file.substring(0, end);
    }
}
