package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @Test
    void turns_a_page_into_text() {
        String html = "<!doctype html><html><head><title>A &amp; B</title><style>p{}</style></head><body>"
                + "<!-- hidden --><script>alert('<p>')</script><h2 class='x'>Title</h2><p>One\n two&nbsp;<b>three</b>.</p>"
                + "<ul><li>first<li>second</li></ul><p>See <a href=\"https://x.example/?a=1&amp;b=2\">this</a>, <a>that</a>.</p>"
                + "<pre>  a\n   b</pre><table><tr><td>1</td><td>2</td></tr></table>&#x41;&#66;&unknown; a < b</body></html>";

        assertThat(HtmlText.of(html))
                .isEqualTo(
                        "# A & B\n\n## Title\n\nOne two three.\n\n- first\n- second\n\n"
                                + "See [this](https://x.example/?a=1&b=2), that.\n\n```\n  a\n   b\n```\n\n1 | 2 |\n\nAB&unknown; a < b");
    }

    @Test
    void shows_no_link_to_a_script() {
        assertThat(HtmlText.of("<a href='javascript:alert(1)'>x</a>")).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<a href='x'>",
                "<",
                "<!--",
                "<script>",
                "&",
                "<p",
                "<pre>",
                "<li>",
                "<head><title>",
                "</"
            })
    void takes_linear_time_for_what_is_nested_or_not_closed(String part) {
        String html = part.repeat(2_000_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> HtmlText.of(html));
    }

    @Property(tries = 500)
    void answers_anything(@ForAll String text) {
        assertThat(HtmlText.of("<p " + text + "><a href=" + text + ">" + text)).isNotNull();
    }
}
