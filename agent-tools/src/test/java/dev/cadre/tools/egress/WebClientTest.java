package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.llm.CancellationToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebClientTest {

    private static final Map<String, List<String>> NAMES = Map.of(
            "good.example", List.of("93.184.215.14"),
            "other.example", List.of("93.184.215.15"),
            "inside.example", List.of("10.1.2.3"),
            "multi.example", List.of("93.184.215.14", "169.254.169.254"),
            "nat64.example", List.of("64:ff9b::a9fe:a9fe"));

    private WebServer server;
    private final List<String> resolved = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = new WebServer();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        resolved.add(name);
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : NAMES.getOrDefault(name, List.of())) {
            addresses.add(Addresses.of(
                    Addresses.parse4(text).or(() -> Addresses.parse6(text)).orElseThrow()));
        }
        return addresses;
    }

    private WebPage fetch(String address) throws IOException {
        return fetch(address, Duration.ofSeconds(30), CancellationToken.create());
    }

    private WebPage fetch(String address, Duration patience, CancellationToken token) throws IOException {
        WebClient client = new WebClient(
                EgressGuard.create(this::resolve),
                server.connector(),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                patience);
        return client.fetch(WebAddress.parse(address), token);
    }

    private static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    @Test
    void fetches_a_text_from_the_checked_address() throws IOException {
        server.answer(
                "/a?q=1",
                ok("Content-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Length: 4\r\n", "gr\u00fcn more"));

        WebPage page = fetch("http://good.example/a?q=1#f");

        assertThat(page.text()).isEqualTo("grün");
        assertThat(page.type()).isEqualTo("text/plain");
        assertThat(server.connections()).containsExactly("93.184.215.14:80");
        assertThat(server.requests().get(0)).startsWith("GET /a?q=1 HTTP/1.1\r\nHost: good.example\r\n");
        assertThat(resolved).containsExactly("good.example");
    }

    @Test
    void reads_chunks_and_gzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        String body = zipped.toString(StandardCharsets.ISO_8859_1);
        String chunks = "5;x=y\r\n" + body.substring(0, 5) + "\r\n" + Integer.toHexString(body.length() - 5) + "\r\n"
                + body.substring(5) + "\r\n0\r\n\r\n";
        server.answer("/", ok("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunks));

        assertThat(fetch("http://good.example/").text()).isEqualTo("hello");
    }

    @Test
    void cuts_what_a_small_answer_unpacks_to() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[4 * WebClient.LONGEST_BODY]);
        }
        server.answer("/", ok("Content-Encoding: gzip\r\n", zipped.toString(StandardCharsets.ISO_8859_1)));

        WebPage page = fetch("http://good.example/");

        assertThat(page.text()).hasSize(WebClient.LONGEST_BODY);
        assertThat(page.isWhole()).isFalse();
    }

    @Test
    void refuses_hosts_that_are_not_on_the_open_internet() {
        for (String host :
                List.of("inside.example", "multi.example", "nat64.example", "10.0.0.1", "[::1]", "[fd00:ec2::254]")) {
            assertThatThrownBy(() -> fetch("http://" + host + "/"))
                    .as(host)
                    .isInstanceOf(EgressRefusedException.class)
                    .hasMessageContaining("not on the open Internet");
        }
        assertThatThrownBy(() -> fetch("http://unknown.example/")).isInstanceOf(UnknownHostException.class);
        assertThat(server.connections()).isEmpty();
    }

    @Test
    void resolves_once_for_each_request_and_trusts_no_second_answer() throws IOException {
        server.answer("/", redirect("/next")).answer("/next", ok("", "end"));

        assertThat(fetch("http://good.example/").text()).isEqualTo("end");
        assertThat(resolved).containsExactly("good.example", "good.example");
        assertThat(server.connections()).containsExactly("93.184.215.14:80", "93.184.215.14:80");
    }

    @Test
    void hands_a_redirect_to_another_host_back() throws IOException {
        server.answer("/", redirect("http://other.example/x"));

        assertThat(fetch("http://good.example/").elsewhere()).contains(WebAddress.parse("http://other.example/x"));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void refuses_redirects_to_what_is_no_web_address() {
        server.answer("/file", redirect("file:///etc/passwd"))
                .answer("/port", redirect("http://good.example:6379/"))
                .answer("/short", redirect("http://127.1/"))
                .answer("/bad", redirect("http://good.example/a b"));

        for (String path : List.of("/file", "/port", "/short", "/bad")) {
            assertThatThrownBy(() -> fetch("http://good.example" + path))
                    .as(path)
                    .isInstanceOf(EgressRefusedException.class);
        }
    }

    @Test
    void follows_five_redirects() {
        server.answer("/loop", redirect("/loop"));

        assertThatThrownBy(() -> fetch("http://good.example/loop")).hasMessageContaining("more than 5 times");
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void refuses_what_is_no_text() {
        server.answer("/", ok("Content-Type: image/png\r\n", "x"));

        assertThatThrownBy(() -> fetch("http://good.example/")).hasMessageContaining("of type image/png, not text");
    }

    @Test
    void refuses_malformed_answers() {
        server.answer("/status", "HTTP/1.1 20 OK\r\n\r\n")
                .answer("/ssh", "SSH-2.0-OpenSSH_9\r\n")
                .answer("/header", ok(" folded: x\r\n", ""))
                .answer("/lengths", ok("Content-Length: 1\r\nContent-Length: 2\r\n", "xx"))
                .answer("/length", ok("Content-Length: -1\r\n", "xx"))
                .answer("/short", ok("Content-Length: 10\r\n", "xx"))
                .answer("/chunk", ok("Transfer-Encoding: chunked\r\n", "zz\r\n"))
                .answer("/transfer", ok("Transfer-Encoding: gzip, chunked\r\n", "zz\r\n"))
                .answer("/coding", ok("Content-Encoding: br\r\n", "zz"))
                .answer("/long", ok("X: " + "x".repeat(70_000) + "\r\n", ""))
                .answer("/interim", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(9))
                .answer("/end", "HTTP/1.1 200 OK\r\nX:");

        for (String path : List.of(
                "/status",
                "/ssh",
                "/header",
                "/lengths",
                "/length",
                "/short",
                "/chunk",
                "/transfer",
                "/coding",
                "/long",
                "/interim",
                "/end")) {
            assertThatThrownBy(() -> fetch("http://good.example" + path))
                    .as(path)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void gives_up_when_the_time_is_over() {
        server.beforeAnswer(() -> awaitForever(new CountDownLatch(1)));

        assertThatThrownBy(() -> fetch("http://good.example/", Duration.ofMillis(200), CancellationToken.create()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stops_when_cancelled() {
        CancellationToken token = CancellationToken.create();
        server.beforeAnswer(() -> {
            token.cancel();
            awaitForever(new CountDownLatch(1));
        });

        assertThatThrownBy(() -> fetch("http://good.example/", Duration.ofMinutes(5), token))
                .isInstanceOf(IOException.class);
    }

    @Test
    void does_not_speak_plainly_where_https_is_wanted() {
        server.answer("/", ok("", "x"));

        assertThatThrownBy(() -> fetch("https://good.example/")).isInstanceOf(IOException.class);
        assertThat(server.connections()).containsExactly("93.184.215.14:443");
    }

    private static void awaitForever(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
