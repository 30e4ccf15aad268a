package dev.cadre.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.llm.ToolCall;
import dev.cadre.llm.testkit.wire.WireReply;
import dev.cadre.llm.testkit.wire.WireServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs agents on the providers that need a key, with the loopback server in the place of the vendors. */
class ProviderRunTest {

    private static final Path AGENT = Cli.EXAMPLES.resolve("agents/backend-developer.md");
    private static final String KEY = "sk-planted-7Qz9Xv2Lm4Tn6Rb8";

    @TempDir
    Path workspace;

    private final WireServer server = WireServer.start();
    private final Cli cli = new Cli();

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String provider, Object... options) {
        return run(
                provider,
                (provider.equals("anthropic") ? server.url() : server.urlWithVersion()).toString(),
                KEY,
                options);
    }

    private int run(String provider, String baseUrl, String key, Object... options) {
        String name = provider.toUpperCase(Locale.ROOT);
        cli.environment(name + "_API_KEY", key).environment(name + "_BASE_URL", baseUrl);
        List<Object> args = new ArrayList<>(List.of("run", AGENT, "-w", workspace, "-p", provider + "/model-1"));
        args.addAll(List.of(options));
        args.add("Plan it");
        return cli.run(args.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void asks_the_model_that_is_named_at_the_address_of_the_environment(String provider) {
        server.enqueue(
                WireReply.calls(new ToolCall("1", "Write", Map.of("file_path", "plan.md", "content", "A plan."))),
                WireReply.says("The plan is in plan.md."));

        int code = run(provider);

        assertThat(code).as(cli.err()).isZero();
        assertThat(cli.out()).isEqualTo("The plan is in plan.md.\n");
        assertThat(workspace.resolve("plan.md")).hasContent("A plan.");
        assertThat(server.requests())
                .extracting(request -> request.json().get("model"))
                .containsOnly("model-1");
        server.assertFinished();
        showsNoKey();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void tells_the_failure_as_the_result_in_json(String provider) {
        server.enqueue(WireReply.wrongKey());

        int code = run(provider, "--json");

        assertThat(code).isEqualTo(1);
        List<Map<String, Object>> events = cli.json();
        assertThat(events.get(events.size() - 1))
                .containsEntry("type", "result")
                .containsEntry("outcome", "failed")
                .hasEntrySatisfying(
                        "error", error -> assertThat(error.toString()).contains("does not know this key"));
        showsNoKey();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void says_what_to_do_about_a_wrong_key(String provider) {
        server.enqueue(WireReply.error(401, "Incorrect API key provided: " + KEY));

        assertThat(run(provider)).isEqualTo(1);
        assertOneLine("does not know this key", "check " + provider.toUpperCase(Locale.ROOT) + "_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void says_what_to_do_about_an_unknown_model(String provider) {
        server.enqueue(WireReply.error(404, "model: model-1"));

        assertThat(run(provider)).isEqualTo(1);
        assertOneLine("has no model \"model-1\"", "use ");
    }

    @Test
    void says_what_to_do_about_an_empty_account_of_anthropic() {
        server.enqueue(WireReply.error(400, "Your credit balance is too low to access the API."));

        assertThat(run("anthropic")).isEqualTo(1);
        assertOneLine("is out of credit", "add some in the vendor's console, or use another key");
    }

    @Test
    void says_what_to_do_about_an_empty_account_of_openai() {
        server.enqueue(WireReply.error(429, "insufficient_quota", "You exceeded your current quota."));

        assertThat(run("openai")).isEqualTo(1);
        assertOneLine("is out of credit", "add some in the vendor's console, or use another key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void says_what_to_do_about_too_many_requests(String provider) {
        server.enqueue(WireReply.rateLimited(Duration.ofSeconds(20)));

        assertThat(run(provider)).isEqualTo(1);
        assertOneLine("cannot answer now (429", "try again later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://nowhere.invalid"})
    void says_what_to_do_without_a_network(String address) {
        assertThat(run("anthropic", address, KEY)).isEqualTo(1);
        assertOneLine("no connection to " + address, "check the network, the proxy and ANTHROPIC_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai"})
    void says_where_to_put_a_key_before_anything_runs(String provider) {
        String vendor = provider.equals("anthropic") ? "https://api.anthropic.com" : "https://api.openai.com/v1";

        assertThat(run(provider, vendor, "")).isEqualTo(2);
        assertOneLine("no key for", "set " + provider.toUpperCase(Locale.ROOT) + "_API_KEY");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void says_what_an_address_must_be() {
        assertThat(run("openai", "localhost:11434", KEY)).isEqualTo(2);
        assertOneLine("must start with http:// or https://", "check OPENAI_BASE_URL");
    }

    private void assertOneLine(String happened, String remedy) {
        assertThat(cli.err().lines().filter(line -> line.startsWith("agents: ")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(happened, remedy));
        assertThat(cli.err()).doesNotContain("\tat ", "Exception:");
        showsNoKey();
    }

    private void showsNoKey() {
        assertThat(cli.out() + cli.err()).doesNotContain(KEY);
    }
}
