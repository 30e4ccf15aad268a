package dev.cadre.tools.shell;

import java.util.List;
import java.util.Random;

/** Makes up commands: from a grammar somewhat larger than what is analysed, and by changing others. */
final class CommandGenerator {

    private static final List<String> PROGRAMS = List.of(
            "canary",
            "canary",
            "curl",
            "ls",
            "c'a'nary",
            "\"canary\"",
            "can\\ary",
            "can\\\nary",
            "git",
            "cd d",
            "cd e",
            "cd ..",
            "cd nowhere",
            "true",
            "false",
            "echo",
            "[ x ]",
            "env",
            "env -i curl",
            "timeout 5",
            "nice -n 1",
            "nohup",
            "xargs",
            "xargs -n1",
            "command",
            "exec",
            "builtin cd",
            "setsid",
            "bash -c",
            "sh -c",
            "find . -exec",
            "time",
            "time -p",
            "!",
            "stdbuf -oL",
            "set -e",
            "ionice -c3",
            "canary#",
            "printf",
            "command -v",
            "\\time",
            "'!'",
            "if",
            "canary=1",
            "{",
            "}",
            "[[",
            "command -p",
            "exec -a x",
            "find d -name c3 -exec",
            "xargs -I{} env",
            "xargs -i timeout 5",
            "xargs --replace",
            "find d -name -exec -exec",
            "find . -maxdepth 0 -execdir nice",
            "setsid -w",
            "timeout -k 1 5",
            "env -u X --",
            "sh -ec",
            "bash -c -e",
            "/usr/bin/curl",
            "/bin/canary");

    private static final List<String> WORDS = List.of(
            "a",
            "x y",
            "'x y'",
            "\"x y\"",
            "\\;",
            "\\ ",
            "a\\\nb",
            "'a\\\nb'",
            "\"a\\\nb\"",
            "#c",
            "a#b",
            "{a,b}",
            "{a,b}c{d,e}",
            "{,x}y",
            "x{1,2",
            "{a,{b,c}}",
            "{1..3}",
            "{}",
            "a{b}",
            "*",
            "a*",
            "?2",
            "[ab]1",
            "d/*",
            "~",
            "a~",
            "x=~",
            "a=b",
            "''",
            "\"\"",
            "'$x'",
            "\\$x",
            "a$",
            "\"a$\"",
            "$x",
            "\"$x\"",
            "$'x'",
            "`curl`",
            "$(curl)",
            "-n",
            "--",
            "-x",
            "2",
            "'curl'",
            "curl",
            "canary",
            "{} \\;",
            "{} +",
            "'canary; curl'",
            "\"canary && curl\"",
            "'canary > n1'",
            "\"",
            "'",
            "\\",
            "\u00e9",
            "!",
            "{a,b",
            "a,b}",
            "{a}b,c}",
            "\\{a,b}",
            "{a\\,b,c}",
            "{'a,b',c}",
            "a{x,\"y z\"}b",
            "[",
            "]",
            "!x",
            "%",
            "^a",
            "a:b",
            ".",
            "..");

    private static final List<String> REDIRECTS = List.of(
            ">n1",
            "> n2",
            ">>n3",
            "2>n4",
            "2>&1",
            ">&2",
            "&>n5",
            "&>>n6",
            ">|n7",
            "<a1",
            "< b2",
            "<>n8",
            ">&n9",
            "<&-",
            ">&-",
            "3>n10 1>&3",
            ">d/n11",
            "<<<x",
            "<<<'x y'",
            "> 'n 12'",
            ">n\\\n13",
            ">../n14",
            "{v}>n15",
            "12>n16",
            "2>&1-",
            "> *",
            ">{n17,n18}",
            "<<E\nx\nE\n",
            "<<'E'\n$x\nE\n",
            "<<-E\n\tx\n\tE\n",
            "<<E\n\\\nE\n",
            "<<\"E\"\"F\"\ny\nEF\n",
            "<<E",
            "<<E <<F\na\nE\nb\nF\n",
            "<<E\ncanary\nE x\nE\n",
            "1 >n19",
            "a>n20",
            "\">\"n21",
            "\\>n22",
            "</dev/tcp/127.0.0.1/1",
            "<a1 <b2 >n23",
            ">n24>n25",
            "<<<{a,b}",
            "0<a1",
            "<&3",
            ">>~/n26");

    private static final List<String> SEPARATORS = List.of(
            ";",
            " ; ",
            "\n",
            " && ",
            " || ",
            " | ",
            " |& ",
            " & ",
            "&&",
            "||",
            "|",
            "&",
            ";\n",
            " #c\n",
            " # x; curl\n",
            "\\\n;",
            "&\n",
            ";;",
            " |\n",
            "&&\n",
            "& &",
            "\n\n",
            "\t&&\t",
            " |\\\n| ",
            "&\\\n&");

    private static final String BYTES = " \t\n;&|<>(){}[]'\"\\$`#!*?~=,.:-+%^@/019aEcx";

    private final Random random;

    CommandGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a command from the grammar. */
    String make() {
        StringBuilder text = new StringBuilder();
        list(text, 0);
        return text.toString();
    }

    private void list(StringBuilder text, int depth) {
        int commands = 1 + random.nextInt(3);
        for (int i = 0; i < commands; i++) {
            if (i > 0) {
                text.append(pick(SEPARATORS));
            }
            int kind = random.nextInt(12);
            if (kind == 0 && depth < 3) {
                text.append(random.nextBoolean() ? "(" : "( ");
                list(text, depth + 1);
                text.append(random.nextInt(8) == 0 ? "" : ")");
                maybeRedirect(text);
            } else if (kind == 1 && depth < 3) {
                text.append("{ ");
                list(text, depth + 1);
                text.append(random.nextInt(8) == 0 ? " }" : "; }");
                maybeRedirect(text);
            } else {
                simple(text);
            }
        }
        text.append(random.nextInt(6) == 0 ? pick(SEPARATORS) : "");
    }

    private void simple(StringBuilder text) {
        if (random.nextInt(12) == 0) {
            text.append(pick(REDIRECTS)).append(' ');
        }
        text.append(pick(PROGRAMS));
        int words = random.nextInt(4);
        for (int i = 0; i < words; i++) {
            text.append(random.nextInt(25) == 0 ? "" : " ").append(pick(random.nextInt(4) == 0 ? PROGRAMS : WORDS));
        }
        maybeRedirect(text);
    }

    private void maybeRedirect(StringBuilder text) {
        if (random.nextInt(5) == 0) {
            text.append(' ').append(pick(REDIRECTS));
        }
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Returns a command changed in a few places. */
    String change(String text) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(changed.length() + 1);
            int kind = random.nextInt(5);
            if (kind == 0) {
                changed.insert(at, BYTES.charAt(random.nextInt(BYTES.length())));
            } else if (kind == 1 && at < changed.length()) {
                changed.deleteCharAt(at);
            } else if (kind == 2 && at < changed.length()) {
                changed.setCharAt(at, BYTES.charAt(random.nextInt(BYTES.length())));
            } else if (kind == 3) {
                changed.insert(at, "\\\n");
            } else {
                changed.insert(at, pick(random.nextBoolean() ? WORDS : SEPARATORS));
            }
        }
        return changed.toString();
    }
}
