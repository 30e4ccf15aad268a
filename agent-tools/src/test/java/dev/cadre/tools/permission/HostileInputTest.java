package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Throws random and overlong texts at everything that reads a model's or a file's words. */
class HostileInputTest {

    private static final String LETTERS =
            "aA0 \t\n;&|<>(){}[]'\"\\$`#!*?~=,.:-+%^@/_\0\r\u0085\u00e9\u200b\u202e\ud800\udc00\ufeffgitrmcd";

    private static final List<String> SEEDS = List.of(
            "git -c x status",
            "find . -exec rm {} \\;",
            "sed -n '1,5p;s/a/b/e' f",
            "awk '{print > \"f\"}' f",
            "tar xPf a",
            "a",
            "sort -o f *",
            "xargs -n1 sh -c",
            "env -i x",
            "timeout -k 1 5 x",
            "cat <<E\nx\nE",
            "cd a && b",
            "grep -e x --",
            "",
            "python3 -",
            "rg --pre",
            "jq -",
            "cp -",
            "git -",
            "tee -- *",
            "find -",
            "bash -c",
            "sed -",
            "[ -");

    private final Random random = new Random(2026);
    private final PermissionPolicy policy = Calls.policy(
            PermissionMode.DEFAULT,
            List.of("Bash(curl:*)", "Read(.env)"),
            List.of("Bash(* --force *)"),
            List.of("Bash", "Bash(git *)", "WebFetch(domain:*.example.com)"));

    @Test
    void every_command_path_and_address_gets_a_decision() {
        for (int i = 0; i < 20_000; i++) {
            String text = changed(SEEDS.get(i % SEEDS.size()));
            for (PermissionRequest request : List.of(
                    Calls.bash(text),
                    Calls.read(text),
                    Calls.write(text),
                    Calls.fetch("https://" + text + "/"),
                    Calls.fetch(text))) {
                PermissionDecision decision = policy.decide(request);
                assertThat(decision.reason()).as(text).doesNotContain("could not be decided");
            }
        }
    }

    @Test
    void every_text_is_a_rule_or_refused_as_one() {
        List<String> tools = List.of("Bash", "Read", "Edit", "WebFetch", "Agent", "Skill", "mcp__a__b", "x", "");
        for (int i = 0; i < 20_000; i++) {
            String text = tools.get(i % tools.size()) + "(" + changed(SEEDS.get(i % SEEDS.size())) + ")";
            try {
                PermissionRule rule = PermissionRule.parse(text);
                assertThat(PermissionRule.parse(rule.toString())).isEqualTo(rule);
            } catch (RuleSyntaxException e) {
                assertThat(e.rule()).isEqualTo(text);
            }
        }
    }

    @Test
    void long_texts_are_decided_too() {
        for (String part : List.of(
                "(", "{ ", "a ", "{a,b}", "\\\n", "'", "\"a\"", "; a", "&& a ", "<a ", "<<A\n", "-e x ", "$", "*",
                "../", "a[")) {
            for (String start :
                    List.of("", "sed '", "awk '", "git log ", "find . ", "env ", "tar ", "echo ", "cd ", "rm ")) {
                String text = start + part.repeat(9_900 / part.length());
                assertThat(policy.decide(Calls.bash(text)).reason()).doesNotContain("could not be decided");
                assertThat(policy.decide(Calls.read(text)).reason()).doesNotContain("could not be decided");
            }
        }
    }

    private String changed(String seed) {
        StringBuilder text = new StringBuilder(seed);
        int changes = random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            char c = LETTERS.charAt(random.nextInt(LETTERS.length()));
            int at = random.nextInt(text.length() + 1);
            if (random.nextInt(3) == 0 && at < text.length()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, c);
            }
        }
        return text.toString();
    }
}
