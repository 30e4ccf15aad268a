package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** States what holds for every policy and every call. */
class PermissionPropertiesTest {

    private static final List<String> UNANALYSABLE =
            List.of("echo $x", "x=1 ls", "for i in 1; do ls; done", "ls $(id)");

    @Property(tries = 400, seed = "2026")
    void adding_a_deny_rule_never_widens(
            @ForAll("layers") List<PermissionLayer> layers,
            @ForAll("requests") PermissionRequest request,
            @ForAll("rule") PermissionRule rule) {
        PermissionLayer more = PermissionLayer.builder("more")
                .rules(new PermissionRules(List.of(rule), List.of(), List.of()))
                .build();
        List<PermissionLayer> longer = new ArrayList<>(layers);
        longer.add(more);

        assertNotWider(verdict(layers, request), verdict(longer, request));
    }

    @Property(tries = 400, seed = "2026")
    void removing_an_allow_rule_never_widens(
            @ForAll("layers") List<PermissionLayer> layers, @ForAll("requests") PermissionRequest request) {
        PermissionLayer host = layers.get(0);
        for (PermissionRule rule : host.rules().allow()) {
            List<PermissionRule> fewer = new ArrayList<>(host.rules().allow());
            fewer.remove(rule);
            List<PermissionLayer> without = new ArrayList<>(layers);
            PermissionRules rules =
                    new PermissionRules(host.rules().deny(), host.rules().ask(), fewer);
            without.set(0, Calls.host(host.mode().orElseThrow()).rules(rules).build());

            assertNotWider(verdict(layers, request), verdict(without, request));
        }
    }

    @Property(tries = 400, seed = "2026")
    void no_chain_of_narrowing_layers_ever_widens(
            @ForAll("layers") List<PermissionLayer> layers,
            @ForAll("chain") List<PermissionLayer> chain,
            @ForAll("requests") PermissionRequest request) {
        PermissionPolicy policy = PermissionPolicy.of(layers);
        for (PermissionLayer layer : chain) {
            PermissionPolicy narrowed = policy.narrowedBy(layer);
            assertNotWider(
                    policy.decide(request).verdict(), narrowed.decide(request).verdict());
            assertThat(!narrowed.isAvailable(request.tool()) || policy.isAvailable(request.tool()))
                    .isTrue();
            policy = narrowed;
        }
    }

    @Property(tries = 400, seed = "2026")
    void commands_in_a_row_are_decided_like_the_strictest_of_them(
            @ForAll("layers") List<PermissionLayer> layers,
            @ForAll("command") String first,
            @ForAll("command") String second,
            @ForAll Sandboxing sandboxing) {
        Verdict both = verdict(layers, Calls.bash(first, sandboxing))
                .strictest(verdict(layers, Calls.bash(second, sandboxing)));

        for (String operator : List.of("; ", " && ", " || ", "\n", " & ")) {
            assertThat(verdict(layers, Calls.bash(first + operator + second, sandboxing)))
                    .isEqualTo(both);
        }
    }

    @Property(tries = 400, seed = "2026")
    void other_quotes_and_blanks_keep_the_decision(
            @ForAll("layers") List<PermissionLayer> layers, @ForAll("command") String command, @ForAll long seed) {
        Verdict verdict = verdict(layers, Calls.bash(command));

        assertThat(verdict(layers, Calls.bash("  " + command.replace(" ", " \\\n\t ") + "  # and so on")))
                .isEqualTo(verdict);
        assertThat(verdict(layers, Calls.bash(requoted(command, new Random(seed)))))
                .isEqualTo(verdict);
    }

    @Property(tries = 200, seed = "2026")
    void no_scoped_rule_allows_what_can_not_be_analysed(
            @ForAll("scopedAllow") List<PermissionRule> allow,
            @ForAll("mode") PermissionMode mode,
            @ForAll Sandboxing sandboxing) {
        PermissionLayer host = Calls.host(mode)
                .rules(new PermissionRules(List.of(), List.of(), allow))
                .build();

        for (String command : UNANALYSABLE) {
            assertThat(verdict(List.of(host), Calls.bash(command, sandboxing))).isNotEqualTo(Verdict.ALLOW);
        }
    }

    @Property(tries = 200, seed = "2026")
    void a_rule_is_its_text(@ForAll("rule") PermissionRule rule) {
        assertThat(PermissionRule.parse(rule.toString())).isEqualTo(rule).hasToString(rule.toString());
        assertThat(PermissionRule.parse(" " + rule + " ")).isEqualTo(rule);
    }

    @Property(tries = 200, seed = "2026")
    void the_same_request_always_gets_the_same_explanation(
            @ForAll("layers") List<PermissionLayer> layers, @ForAll("requests") PermissionRequest request) {
        PermissionDecision first = PermissionPolicy.of(layers).decide(request);
        PermissionDecision second = PermissionPolicy.of(layers).decide(request);

        assertThat(first.chain()).hasToString(second.chain().toString());
        assertThat(first.chain().stream().map(PermissionStep::verdict).reduce(Verdict::strictest))
                .contains(first.verdict());
    }

    @Property(tries = 200, seed = "2026")
    void a_failure_while_deciding_is_a_denial(
            @ForAll("layers") List<PermissionLayer> layers,
            @ForAll("fileCalls") PermissionRequest request,
            @ForAll boolean isOverflow) {
        PathResolver failing = new PathResolver() {
            @Override
            public String root() {
                return "/ws";
            }

            @Override
            public ResolvedPath resolve(String path) {
                if (isOverflow) {
                    throw new StackOverflowError();
                }
                throw new IllegalStateException("the disk is gone");
            }
        };

        assertThat(verdict(layers, Calls.at(failing, request))).isEqualTo(Verdict.DENY);
    }

    // Quotes letters of plain words one by one; words that mean something to the shell stay.
    private static String requoted(String command, Random random) {
        StringBuilder quoted = new StringBuilder();
        boolean inQuotes = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            inQuotes ^= c == '\'';
            boolean isPlain = !inQuotes && Character.isLetter(c);
            int kind = isPlain ? random.nextInt(4) : 3;
            quoted.append(kind == 0 ? "'" + c + "'" : kind == 1 ? "\"" + c + "\"" : kind == 2 ? "\\" + c : c);
        }
        return quoted.toString();
    }

    private static Verdict verdict(List<PermissionLayer> layers, PermissionRequest request) {
        return PermissionPolicy.of(layers).decide(request).verdict();
    }

    private static void assertNotWider(Verdict before, Verdict after) {
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Provide
    Arbitrary<PermissionRule> rule() {
        return Arbitraries.of(SampleWords.RULES).map(PermissionRule::parse);
    }

    @Provide
    Arbitrary<String> command() {
        return Arbitraries.of(SampleWords.COMMANDS);
    }

    @Provide
    Arbitrary<PermissionMode> mode() {
        return Arbitraries.of(PermissionMode.class);
    }

    @Provide
    Arbitrary<List<PermissionRule>> scopedAllow() {
        return Arbitraries.of(SampleWords.RULES)
                .filter(text -> text.contains("("))
                .map(PermissionRule::parse)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<PermissionRequest> requests() {
        Arbitrary<PermissionRequest> commands = Combinators.combine(
                        Arbitraries.oneOf(command(), Arbitraries.of(UNANALYSABLE)), Arbitraries.of(Sandboxing.class))
                .as(Calls::bash);
        Arbitrary<String> paths =
                Arbitraries.of("a.txt", ".env", "src/a", "docs/a.md", ".git/config", "../x", "/etc/passwd");
        return Arbitraries.oneOf(
                commands,
                paths.map(Calls::read),
                paths.map(Calls::write),
                paths.map(Calls::edit),
                Arbitraries.of("https://example.com/", "https://a.example.com/", "http://evil.test/")
                        .map(Calls::fetch),
                Arbitraries.of("reviewer", "evil").map(name -> Calls.call("Agent", Map.of("subagent_type", name))),
                Arbitraries.of("mcp__git__log", "mcp__git__push", "unknown").map(Calls::call));
    }

    @Provide
    Arbitrary<PermissionRequest> fileCalls() {
        return Arbitraries.of(
                Calls.read("a.txt"),
                Calls.write("a.txt"),
                Calls.edit("b.md"),
                Calls.bash("cat a.txt"),
                Calls.bash("x > y"));
    }

    @Provide
    Arbitrary<List<PermissionLayer>> layers() {
        Arbitrary<PermissionRules> rules = rules();
        return Combinators.combine(mode(), rules)
                .as((mode, all) -> List.of(Calls.host(mode).rules(all).build()));
    }

    @Provide
    Arbitrary<List<PermissionLayer>> chain() {
        Arbitrary<ToolSelection> tools = Arbitraries.oneOf(
                Arbitraries.just(ToolSelection.inherit()),
                rule().list().ofMinSize(4).ofMaxSize(12).map(ToolSelection::only));
        Arbitrary<Capabilities> capabilities = Combinators.combine(
                        Arbitraries.of(Capabilities.Setting.class), Arbitraries.of(Capabilities.Setting.class))
                .as(Capabilities::new);
        return Combinators.combine(mode().injectNull(0.5), rules(), tools, capabilities)
                .as(PermissionPropertiesTest::layer)
                .list()
                .ofMaxSize(5);
    }

    private static PermissionLayer layer(
            PermissionMode mode, PermissionRules rules, ToolSelection tools, Capabilities capabilities) {
        PermissionLayer.Builder builder =
                PermissionLayer.builder("narrowing").rules(rules).tools(tools).capabilities(capabilities);
        return mode == null ? builder.build() : builder.mode(mode).build();
    }

    private Arbitrary<PermissionRules> rules() {
        Arbitrary<List<PermissionRule>> few = rule().list().ofMaxSize(3);
        return Combinators.combine(few, few, rule().list().ofMaxSize(6)).as(PermissionRules::new);
    }
}
