package dev.cadre.tools.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The automaton with its window finds the lines that RE2/J finds. */
class LazyDfaPropertyTest {

    @Provide
    Arbitrary<String> patterns() {
        return pattern(4);
    }

    private static Arbitrary<String> pattern(int depth) {
        Arbitrary<String> atom = Arbitraries.of(
                "a",
                "b",
                "c",
                "ab",
                "foo",
                "é",
                ".",
                "[ab]",
                "[^a]",
                "[a-c_]",
                "\\bf",
                "o\\b",
                "\\B",
                "^",
                "$",
                "x",
                " ",
                "(?:foo|bar)",
                "abcab",
                "[bc][ab]");
        if (depth == 0) {
            return atom;
        }
        Arbitrary<String> inner = pattern(depth - 1);
        Arbitrary<String> sequence = Combinators.combine(inner, inner).as((left, right) -> left + right);
        Arbitrary<String> choice =
                Combinators.combine(inner, inner).as((left, right) -> "(?:" + left + "|" + right + ")");
        Arbitrary<String> repeat = Combinators.combine(inner, Arbitraries.of("*", "+", "?", "{2}", "{1,3}", "{2,}"))
                .as((part, times) -> "(?:" + part + ")" + times);
        return Arbitraries.frequencyOf(
                Tuple.of(3, atom), Tuple.of(4, sequence), Tuple.of(2, choice), Tuple.of(2, repeat));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "f", "foo", "bar", "x", " ", "_", "é", "\n", "\n", "ab")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3000)
    void finds_the_lines_that_re2_finds(
            @ForAll("patterns") String regex, @ForAll("texts") String text, @ForAll boolean ignoreCase) {
        Pattern re2 = Pattern.compile(regex, Pattern.MULTILINE | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
        List<Integer> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            // RE2/J's word boundaries know ASCII only, ours Unicode.
            if (!(lines.get(i).contains("é") && regex.contains("\\"))
                    && re2.matcher(lines.get(i)).find()) {
                expected.add(i);
            }
        }

        List<Integer> found = linesFound(regex, ignoreCase, text);
        found.removeIf(i -> lines.get(i).contains("é") && regex.contains("\\"));

        assertThat(found).as("%s in %s", regex, text).isEqualTo(expected);
    }

    private static List<Integer> linesFound(String regex, boolean ignoreCase, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        LineFinder finder = TextPattern.compile(regex, ignoreCase, false).finder(() -> false);
        List<Integer> found = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int offset = finder.findLine(bytes, at, bytes.length);
            if (offset < 0) {
                break;
            }
            found.add(Lines.count(bytes, 0, offset));
            at = Lines.end(bytes, offset, bytes.length) + 1;
        }
        return found;
    }

    @Property(tries = 2000)
    void finds_texts_that_re2_finds(@ForAll("patterns") String regex, @ForAll("texts") String text) {
        if (regex.contains("\\") && text.contains("é")) {
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(TextPattern.compile(regex, false, true).finder(() -> false).matches(bytes, 0, bytes.length))
                .as("%s in %s", regex, text)
                .isEqualTo(Pattern.compile(regex, Pattern.MULTILINE | Pattern.DOTALL)
                        .matcher(text)
                        .find());
    }
}
