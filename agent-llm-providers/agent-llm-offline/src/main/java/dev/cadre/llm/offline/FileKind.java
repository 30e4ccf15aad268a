package dev.cadre.llm.offline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what a file is good for, by its name alone. */
enum FileKind {
    /** Documents for people. */
    PROSE,
    /** Source code, schemas, settings. */
    CODE,
    /** Not read: binaries, generated or vendored files, secrets. */
    SKIPPED;

    private static final Set<String> PROSE_ENDINGS =
            Set.of("md", "markdown", "mdx", "txt", "rst", "adoc", "org", "text");

    private static final Set<String> SKIPPED_ENDINGS = Set.of(
            "7z", "a", "avi", "bin", "bmp", "class", "db", "dll", "doc", "docx", "dylib", "eot", "exe", "gif", "gz",
            "ico", "jar", "jpeg", "jpg", "key", "lock", "map", "mov", "mp3", "mp4", "o", "otf", "p12", "pdf", "pem",
            "png", "ppt", "pptx", "pyc", "so", "sqlite", "svg", "tar", "tgz", "ttf", "war", "wasm", "webp", "woff",
            "woff2", "xls", "xlsx", "xz", "zip", "ipynb");

    private static final Set<String> SKIPPED_NAMES = Set.of(
            "package-lock.json",
            "npm-shrinkwrap.json",
            "pnpm-lock.yaml",
            "go.sum",
            "id_rsa",
            "id_ed25519",
            "license",
            "license.txt",
            "license.md",
            "copying");

    private static final List<String> SKIPPED_FOLDERS = List.of(
            ".git",
            "node_modules",
            "target",
            "build",
            "dist",
            "out",
            "vendor",
            "__pycache__",
            ".venv",
            "venv",
            ".idea",
            ".gradle",
            ".next",
            "coverage");

    static FileKind of(String path) {
        String[] parts = path.split("/");
        String name = parts[parts.length - 1].toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean secret = name.equals(".env") || (name.startsWith(".env.") && !name.contains("example"));
        if (secret
                || SKIPPED_ENDINGS.contains(ending)
                || SKIPPED_NAMES.contains(name)
                || Arrays.stream(parts).limit(parts.length - 1L).anyMatch(SKIPPED_FOLDERS::contains)) {
            return SKIPPED;
        }
        return PROSE_ENDINGS.contains(ending) || name.equals("readme") ? PROSE : CODE;
    }

    /** Returns whether a document in Markdown may be written under this name. */
    static boolean isDocument(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !name.contains(".")
                || PROSE_ENDINGS.contains(
                        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
