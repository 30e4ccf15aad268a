package dev.cadre.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answers in <200ms for 95% of requests | BELOW 200 ms, EXACTLY 95 %",
                "coverage > 85% | ABOVE 85 %",
                "at least 1,000 requests | AT_LEAST 1000 requests",
                "at most 0.5 seconds | AT_MOST 0.5 seconds",
                "höchstens 0,5 Sekunden | AT_MOST 0.5 Sekunden",
                "no more than 3 lines | AT_MOST 3 lines",
                "80%+ coverage | AT_LEAST 80 %",
                "99.9% or more | AT_LEAST 99.9 %",
                "≤ 10 MB | AT_MOST 10 MB",
                "≥ 4 stars | AT_LEAST 4 stars",
                "under 5 minutes | BELOW 5 minutes",
                "不超过 3 秒 | AT_MOST 3 秒",
                "Windows 1.2.3.4 s | ''",
                "OWASP Top 10 | ''",
                "utf8 lines | ''",
                "section 3 is good | ''",
                "9999999999999 ms | ''",
            })
    void reads_numbers_with_bounds_and_units(String text, String measures) {
        String found = Measures.in(text).stream()
                .map(measure -> measure.bound() + " " + measure.value().toPlainString() + " " + measure.unit())
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(measures);
    }
}
