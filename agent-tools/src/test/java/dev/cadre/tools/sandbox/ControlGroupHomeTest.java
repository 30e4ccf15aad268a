package dev.cadre.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlGroupHomeTest {

    private static final String PIDS = "30 25 0:26 / /sys/fs/cgroup/pids rw,relatime shared:9 - cgroup cgroup rw,pids";
    private static final String UNIFIED = "31 25 0:27 / /sys/fs/cgroup rw,relatime shared:9 - cgroup2 cgroup2 rw";

    @Test
    void finds_a_group_of_version_1() {
        assertThat(ControlGroupHome.find(
                        "pids", List.of(UNIFIED, PIDS), List.of("9:cpu:/x", "8:freezer,pids:/a/b", "0::/c")))
                .contains(new ControlGroupHome(Path.of("/sys/fs/cgroup/pids/a/b"), 1));
    }

    @Test
    void finds_a_group_of_version_2() {
        assertThat(ControlGroupHome.find("pids", List.of(UNIFIED), List.of("0::/user.slice/a")))
                .contains(new ControlGroupHome(Path.of("/sys/fs/cgroup/user.slice/a"), 2));
    }

    @Test
    void finds_none_where_none_is_mounted_or_ours() {
        assertThat(ControlGroupHome.find("pids", List.of(), List.of("0::/a"))).isEmpty();
        assertThat(ControlGroupHome.find("pids", List.of(PIDS), List.of("4:memory:/a")))
                .isEmpty();
        assertThat(ControlGroupHome.find("pids", List.of(UNIFIED), List.of("0::/../a")))
                .isEmpty();
        assertThat(ControlGroupHome.find(
                        "pids", List.of(PIDS.replace(" / /sys", " /docker/x /sys")), List.of("8:pids:/a")))
                .isEmpty();
    }
}
