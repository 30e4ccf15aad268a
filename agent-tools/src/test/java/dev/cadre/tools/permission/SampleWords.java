package dev.cadre.tools.permission;

import java.util.List;

/** Holds rules and commands of all kinds, of which the properties make policies and calls. */
final class SampleWords {

    static final List<String> RULES = List.of(
            "Read",
            "Write",
            "Edit",
            "Bash",
            "WebFetch",
            "Agent",
            "mcp__git",
            "mcp__git__log",
            "Read(src/**)",
            "Read(.env)",
            "Read(//etc/**)",
            "Edit(docs/**)",
            "Edit(*.md)",
            "Write(a.txt)",
            "Write(/src/*)",
            "Bash(ls)",
            "Bash(ls:*)",
            "Bash(git *)",
            "Bash(git log:*)",
            "Bash(rm:*)",
            "Bash(rm -rf:*)",
            "Bash(find:*)",
            "Bash(cat *)",
            "Bash(echo:*)",
            "Bash(python3:*)",
            "Bash(* --version)",
            "WebFetch(domain:example.com)",
            "WebFetch(domain:*.example.com)",
            "Agent(reviewer)",
            "Skill(release)",
            "unknown(thing)");

    static final List<String> COMMANDS = List.of(
            "ls",
            "ls -la src",
            "git log",
            "git push origin",
            "rm a",
            "rm -rf build",
            "find . -name x",
            "find . -delete",
            "cat .env",
            "cat a.txt",
            "echo x",
            "echo x > a.txt",
            "echo x > docs/a.md",
            "echo x > .git/config",
            "python3 x.py",
            "python3 -c 1",
            "java --version",
            "timeout 5 ls",
            "sudo rm a",
            "bash -c 'ls; rm a'",
            "cat *",
            "cat /etc/passwd",
            "git ls-files | xargs cat",
            "./run",
            "mvn test",
            "(ls; pwd)");

    private SampleWords() {}
}
