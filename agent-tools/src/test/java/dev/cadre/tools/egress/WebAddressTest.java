package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://Docs.Example.com,https://docs.example.com/",
        "HTTPS://docs.example.com.:443/a/b?q=1#part,https://docs.example.com/a/b?q=1",
        "http://example.com:80/%7Ex,http://example.com/%7Ex",
        "https://example.com?q,https://example.com/?q",
        "https://8.8.8.8/x,https://8.8.8.8/x",
        "https://[2606:4700:0::1111]/,https://[2606:4700:0:0:0:0:0:1111]/",
        "https://xn--bcher-kva.example/,https://xn--bcher-kva.example/",
        "https://a_b.example.com/ä,https://a_b.example.com/%C3%A4",
    })
    void has_one_spelling(String text, String canonical) {
        assertThat(WebAddress.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com/",
                "/etc/passwd",
                "file:///etc/passwd",
                "ftp://example.com/",
                "gopher://127.0.0.1:6379/_x",
                "data:text/html,x",
                "jar:file:/x!/",
                "javascript:alert(1)",
                "https:example.com",
                "https:///x",
                "https://",
                "https://user@example.com/",
                "https://user:pw@example.com/",
                "http://evil.example@127.0.0.1/",
                "http://127.0.0.1%2f@good.example/",
                "https://good.example:8443/",
                "http://good.example:443/",
                "https://good.example:80/",
                "https://good.example:+443/",
                "https://good.example:0443/",
                "https://good.example/\r\nX: y",
                "https://good.example/a b",
                "https://good.example\\@evil.example/",
                "https://good.example\t/",
                "https://good.example\u0000/",
                "http://0/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://256.1.1.1/",
                "http://1.2.3/",
                "http://1.2.3.4.5/",
                "http://example.1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://[1::2::3]/",
                "http://[12345::]/",
                "http://[::06555555555555.1.0.1]/",
                "http://[v1.x]/",
                "http://①②⑦.⓪.⓪.①/",
                "https://docs.ехample.com/",
                "https://bücher.example/",
                "https://a..b/",
                "https://-a.example/",
                "https://a-.example/",
                "https://.example/",
                "https://ex%61mple.com/",
                "https://exa$mple.com/",
                "http://localhost/",
                "http://x.localhost/",
                "http://LOCALHOST./",
                "http://localhost.localdomain/",
                "http://metadata.google.internal/",
                "http://printer.local/",
            })
    void refuses_what_is_not_canonical_or_local(String text) {
        assertThatThrownBy(() -> WebAddress.parse(text)).isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void refuses_what_is_too_long() {
        assertThatThrownBy(() -> WebAddress.parse("https://example.com/" + "a".repeat(9000)))
                .hasMessageContaining("more than 8192 characters");
        assertThatThrownBy(() -> WebAddress.parse("http://" + "a".repeat(64) + ".example/"))
                .isInstanceOf(EgressRefusedException.class);
    }

    @Test
    void says_what_was_found_and_what_is_allowed() {
        assertThatThrownBy(() -> WebAddress.parse("http://127.1/\u202e".replace("\u202e", "")))
                .hasMessage(
                        "the host \"127.1\" is refused: an IPv4 address is four decimal numbers, each 0 to 255 without"
                                + " leading zeros");
    }

    @Test
    void resolves_redirects() {
        WebAddress here = WebAddress.parse("https://example.com/a/b?q");

        assertThat(here.resolve("c")).hasToString("https://example.com/a/c");
        assertThat(here.resolve("/d?x")).hasToString("https://example.com/d?x");
        assertThat(here.resolve("//other.example/e")).hasToString("https://other.example/e");
        assertThatThrownBy(() -> here.resolve("file:///etc/passwd")).isInstanceOf(EgressRefusedException.class);
        assertThatThrownBy(() -> here.resolve("http://127.1/")).isInstanceOf(EgressRefusedException.class);
        assertThatThrownBy(() -> here.resolve("%zz")).isInstanceOf(EgressRefusedException.class);
    }

    @Property(tries = 500)
    void answers_anything(@ForAll @StringLength(max = 60) String text) {
        for (String prefix : new String[] {"", "https://", "http://["}) {
            try {
                WebAddress parsed = WebAddress.parse(prefix + text);
                assertThat(WebAddress.parse(parsed.toString())).isEqualTo(parsed);
            } catch (EgressRefusedException e) {
                assertThat(e).hasMessageContaining("refused");
            }
        }
    }
}
