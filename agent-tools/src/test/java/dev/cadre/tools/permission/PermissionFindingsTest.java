package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.host;
import static dev.cadre.tools.permission.Calls.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.permission.PermissionFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionFindingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bash(git * main) | TOO_BROAD",
                "Bash(CI=1 make) | UNREACHABLE",
                "unknown(thing) | UNREACHABLE",
                "Bsah | MISSPELT",
                "Write | SHADOWED",
                "Write(a) | SHADOWED",
                "Read(ask) | SHADOWED",
            })
    void tells_what_is_odd_about_an_approval(String rule, Kind kind) {
        PermissionLayer host = host(PermissionMode.DEFAULT)
                .rules(new PermissionRules(rules("Write"), rules("Read(ask)"), rules(rule)))
                .build();

        assertThat(PermissionPolicy.of(List.of(host)).findings())
                .extracting(PermissionFinding::kind)
                .contains(kind);
    }

    @Test
    void tells_restrictions_that_restrict_less_than_they_seem_to() {
        PermissionLayer host = host(PermissionMode.DEFAULT)
                .rules(new PermissionRules(rules("Write(secret/**)", "Grepp"), List.of(), List.of()))
                .build();

        List<PermissionFinding> findings = PermissionPolicy.of(List.of(host)).findings();

        assertThat(findings).extracting(PermissionFinding::kind).containsExactly(Kind.TOO_NARROW, Kind.MISSPELT);
        assertThat(findings.get(0).message()).contains("Edit(secret/**)");
        assertThat(findings.get(1).message()).contains("Grep");
    }

    @Test
    void tells_approvals_that_approve_nothing() {
        PermissionLayer definition = PermissionLayer.builder("definition")
                .tools(ToolSelection.only(rules("Read")))
                .rules(new PermissionRules(List.of(), List.of(), rules("Read")))
                .build();
        PermissionLayer host = host(PermissionMode.DEFAULT)
                .rules(new PermissionRules(List.of(), List.of(), rules("Bash(ls)")))
                .build();

        assertThat(PermissionPolicy.of(List.of(host)).narrowedBy(definition).findings())
                .extracting(PermissionFinding::kind)
                .containsExactly(Kind.UNAVAILABLE, Kind.INERT);
    }

    @Test
    void finds_nothing_odd_in_plain_rules() {
        PermissionLayer host = host(PermissionMode.DEFAULT)
                .rules(new PermissionRules(
                        rules("Read(.env)", "Bash(rm:*)", "mcp__*"),
                        rules("Bash(git push:*)"),
                        rules("Bash(git *)", "Edit(docs/**)", "WebFetch(domain:example.com)")))
                .build();

        assertThat(PermissionPolicy.of(List.of(host)).findings()).isEmpty();
    }
}
