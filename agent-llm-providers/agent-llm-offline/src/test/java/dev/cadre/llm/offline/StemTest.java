package dev.cadre.llm.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemTest {

    @ParameterizedTest
    @CsvSource({
        "migrations, migrate",
        "Logging, logs",
        "tested, tests",
        "insured, insurance",
        "Passwörter, Passwort",
        "tables, table",
        "тестирование, тестировать"
    })
    void joins_forms_of_one_word(String one, String other) {
        assertThat(Stem.of(one)).isEqualTo(Stem.of(other));
    }

    @ParameterizedTest
    @CsvSource({"container, contains", "access, accept", "session, section", "user, use"})
    void keeps_words_apart(String one, String other) {
        assertThat(Stem.of(one)).isNotEqualTo(Stem.of(other));
    }

    @Test
    void splits_identifiers_and_scripts_without_blanks() {
        assertThat(Words.of("createNote owner_id 白菜价 HTTP/2").stream().map(Words.Word::surface))
                .isEqualTo(List.of("Note", "owner", "id", "白菜", "菜价", "HTTP"));
    }
}
