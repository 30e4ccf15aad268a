package dev.cadre.tools.path;

import java.util.List;

/**
 * Lists what inside a workspace controls programs or the agent itself, or holds keys. The permission rules ask before
 * it is written; the sandbox keeps commands from it.
 */
public final class ProtectedNames {

    /** Folders whose files decide what runs later: a repository's hooks, settings of editors, build tools and agents. */
    public static final List<String> FOLDERS = List.of(
            ".git",
            ".claude",
            ".codex",
            ".cursor",
            ".gemini",
            ".opencode",
            ".agents",
            ".vscode",
            ".idea",
            ".husky",
            ".devcontainer",
            ".mvn",
            ".cargo",
            ".yarn",
            ".circleci");

    /** The same, in folders that hold other things too. */
    public static final List<String> DEEPER_FOLDERS =
            List.of(".config/git", "gradle/wrapper", ".github/workflows", ".github/actions", ".github/agents");

    /** Files that do so alone. */
    public static final List<String> FILES = List.of(
            ".mcp.json",
            ".claude.json",
            ".gitconfig",
            ".gitmodules",
            ".gitlab-ci.yml",
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
            ".ripgreprc",
            ".npmrc",
            ".yarnrc",
            ".yarnrc.yml",
            ".pnpmfile.cjs",
            ".envrc",
            ".vimrc",
            ".exrc",
            ".nvimrc",
            ".emacs",
            ".tmux.conf",
            ".screenrc",
            ".mavenrc",
            ".bazelrc",
            ".pre-commit-config.yaml");

    /** Folders that hold keys, where a home is the workspace. */
    public static final List<String> KEY_FOLDERS = List.of(".ssh", ".gnupg", ".aws", ".kube", ".docker");

    /** Files that do so. */
    public static final List<String> KEY_FILES = List.of(".netrc", ".pypirc", ".git-credentials");

    private ProtectedNames() {}
}
