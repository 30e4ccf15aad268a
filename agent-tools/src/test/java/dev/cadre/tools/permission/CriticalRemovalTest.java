package dev.cadre.tools.permission;

import static dev.cadre.tools.permission.Calls.allowing;
import static dev.cadre.tools.permission.Calls.bash;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalRemovalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /ws/*",
                "rm -rf \"/ws\"/*",
                "rm -rf .//*",
                "rm -rf ./././*",
                "rm -rf sub/../*",
                "rm -rf ./../ws/*",
                "rm -rf **",
                "rm -rf ?*",
                "rm -rf [a-zA-Z]*",
                "rm -rf .[!.]*",
                "rm -rf .* *",
                "rm -rf */",
                "rm -rf ./*/",
                "rm -rf */*",
                "rm -rf ../*",
                "rm -rf /*",
                "rm -rf ~/*",
                "rm -rf ~/.*",
                "rm -rf ~root",
                "cd sub && rm -rf ../*",
                "shred -u ./*",
            })
    void asks_before_all_that_the_workspace_holds_is_removed_however_it_is_written(String command) {
        assertThat(verdict(PermissionMode.DEFAULT, command)).isEqualTo(Verdict.ASK);
        assertThat(verdict(PermissionMode.BYPASS_PERMISSIONS, command)).isEqualTo(Verdict.ASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf build",
                "rm -rf build/*",
                "rm -f *.log",
                "rm -f build/*.o src/*.o",
                "rm -rf */target",
                "rm -rf target-*",
                "rm -rf sub/../build",
            })
    void lets_parts_of_the_workspace_be_removed(String command) {
        assertThat(verdict(PermissionMode.DEFAULT, command)).isEqualTo(Verdict.ALLOW);
    }

    private static Verdict verdict(PermissionMode mode, String command) {
        return allowing(mode, "Bash").decide(bash(command, Sandboxing.ACTIVE)).verdict();
    }
}
