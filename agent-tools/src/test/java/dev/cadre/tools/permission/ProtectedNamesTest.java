package dev.cadre.tools.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadre.tools.path.ProtectedNames;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectedNamesTest {

    static Stream<String> names() {
        return Stream.of(
                        ProtectedNames.FOLDERS,
                        ProtectedNames.DEEPER_FOLDERS,
                        ProtectedNames.KEY_FOLDERS,
                        ProtectedNames.FILES,
                        ProtectedNames.KEY_FILES)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_name_is_guarded_wherever_it_lies(String name) {
        for (String path : List.of("/ws/" + name, "/ws/a/b/" + name, name)) {
            assertThat(ProtectedPaths.nameOn(PlacedPath.of(new ResolvedPath(path, path, true))))
                    .as(path)
                    .isPresent();
        }
    }
}
