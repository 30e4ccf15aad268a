package dev.cadre.tools.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes layers, rules and requests in few words. */
final class Calls {

    private Calls() {}

    static List<PermissionRule> rules(String... texts) {
        return Arrays.stream(texts).map(PermissionRule::parse).toList();
    }

    static PermissionLayer.Builder host(PermissionMode mode) {
        return PermissionLayer.builder("host").mode(mode).approves(PermissionLayer.Approves.YES);
    }

    static PermissionPolicy allowing(PermissionMode mode, String... allow) {
        return policy(mode, List.of(), List.of(), List.of(allow));
    }

    static PermissionPolicy policy(PermissionMode mode, List<String> deny, List<String> ask, List<String> allow) {
        PermissionRules rules = new PermissionRules(
                rules(deny.toArray(String[]::new)),
                rules(ask.toArray(String[]::new)),
                rules(allow.toArray(String[]::new)));
        return PermissionPolicy.of(List.of(host(mode).rules(rules).build()));
    }

    static PermissionRequest read(String path) {
        return call("Read", new Access.Read(path));
    }

    static PermissionRequest write(String path) {
        return call("Write", new Access.Write(path));
    }

    static PermissionRequest edit(String path) {
        return call("Edit", new Access.Write(path));
    }

    static PermissionRequest fetch(String url) {
        return call("WebFetch", new Access.Fetch(url));
    }

    static PermissionRequest bash(String command) {
        return bash(command, Sandboxing.ABSENT);
    }

    static PermissionRequest bash(String command, Sandboxing sandboxing) {
        return new PermissionRequest(
                "Bash",
                Map.of("command", command),
                List.of(new Access.Command(command)),
                FakePaths.at("/ws"),
                sandboxing);
    }

    static PermissionRequest call(String tool, Access... accesses) {
        return call(tool, Map.of(), accesses);
    }

    static PermissionRequest call(String tool, Map<String, Object> input, Access... accesses) {
        return new PermissionRequest(tool, input, List.of(accesses), FakePaths.at("/ws"), Sandboxing.ABSENT);
    }

    static PermissionRequest at(PathResolver paths, PermissionRequest request) {
        return new PermissionRequest(request.tool(), request.input(), request.accesses(), paths, request.sandboxing());
    }
}
