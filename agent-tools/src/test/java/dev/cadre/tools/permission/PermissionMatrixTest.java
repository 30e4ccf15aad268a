package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Verdict.ALLOW;
import static dev.cadre.tools.permission.Verdict.ASK;
import static dev.cadre.tools.permission.Verdict.DENY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists the verdict for every mode, every kind of rule and every kind of call. */
class PermissionMatrixTest {

    private static final Map<String, PermissionRequest> CALLS = calls();

    // Without a rule, in the order of the modes: default, acceptEdits, plan, dontAsk, bypassPermissions.
    private static final Map<String, List<Verdict>> BY_MODE = Map.of(
            "read", List.of(ALLOW, ALLOW, ALLOW, ALLOW, ALLOW),
            "write", List.of(ASK, ALLOW, DENY, DENY, ALLOW),
            "protected", List.of(ASK, ASK, DENY, DENY, ASK),
            "outside", List.of(DENY, DENY, DENY, DENY, DENY),
            "command", List.of(ASK, ASK, DENY, DENY, ALLOW),
            "unanalysable", List.of(ASK, ASK, DENY, DENY, ASK),
            "fetch", List.of(ASK, ASK, DENY, DENY, ALLOW),
            "notes", List.of(ALLOW, ALLOW, ALLOW, ALLOW, ALLOW),
            "other", List.of(ASK, ASK, DENY, DENY, ALLOW));

    private static Map<String, PermissionRequest> calls() {
        Map<String, PermissionRequest> calls = new LinkedHashMap<>();
        calls.put("read", Calls.read("a"));
        calls.put("write", Calls.write("a"));
        calls.put("protected", Calls.write(".git/config"));
        calls.put("outside", Calls.read("../a"));
        calls.put("command", Calls.bash("ls"));
        calls.put("unanalysable", Calls.bash("ls $x"));
        calls.put("fetch", Calls.fetch("https://example.com/"));
        calls.put("notes", Calls.call("TodoWrite", new Access.Bookkeeping()));
        calls.put("other", Calls.call("deploy"));
        return calls;
    }

    static Stream<Arguments> all() {
        return CALLS.keySet().stream()
                .flatMap(call -> Stream.of(PermissionMode.values())
                        .flatMap(mode ->
                                Stream.of("none", "allow", "ask", "deny").map(rule -> Arguments.of(call, mode, rule))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void decides(String call, PermissionMode mode, String rule) {
        PermissionRequest request = CALLS.get(call);
        List<String> rules = List.of(request.tool());
        PermissionPolicy policy = Calls.policy(
                mode,
                rule.equals("deny") ? rules : List.of(),
                rule.equals("ask") ? rules : List.of(),
                rule.equals("allow") ? rules : List.of());

        assertThat(policy.decide(request).verdict()).isEqualTo(expected(call, mode, rule));
    }

    private static Verdict expected(String call, PermissionMode mode, String rule) {
        Verdict byMode = BY_MODE.get(call).get(List.of(PermissionMode.values()).indexOf(mode));
        if (rule.equals("deny")) {
            return DENY;
        }
        if (rule.equals("ask")) {
            return byMode.strictest(mode == PermissionMode.DONT_ASK ? DENY : ASK);
        }
        boolean isLifted = rule.equals("allow")
                && mode != PermissionMode.PLAN
                && !List.of("protected", "outside", "unanalysable").contains(call);
        if (isLifted) {
            return ALLOW;
        }
        return byMode;
    }
}
