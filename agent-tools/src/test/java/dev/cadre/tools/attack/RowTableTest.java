package dev.cadre.tools.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps every row of the shared collection in some test. */
class RowTableTest {

    @Test
    void every_row_has_a_test() throws IOException {
        assertThat(RowTable.read().ids())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        AttackRow.all().stream().map(AttackRow::id).toList());
    }

    @Test
    void every_test_is_there() throws IOException {
        Path root = Path.of(System.getProperty("cadre.root", ".."));

        assertThat(RowTable.read().tests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(root.resolve(test)).exists());
    }

    @Test
    void the_policy_decides_the_rows_that_it_should() throws IOException {
        assertThat(AttackRow.all().stream()
                        .filter(AttackRowsTest::isDecided)
                        .map(AttackRow::id)
                        .toList())
                .containsAll(RowTable.read().idsOf(AttackRowsTest.class));
    }

    @Test
    void few_rows_have_nothing_to_attack() throws IOException {
        assertThat(RowTable.read().absent()).hasSizeLessThan(20).noneMatch(id -> id.startsWith("control"));
    }
}
