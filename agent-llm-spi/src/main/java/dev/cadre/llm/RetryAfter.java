package dev.cadre.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how long an HTTP service asks to wait, for providers that throw {@link LlmRetryableException}. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private RetryAfter() {}

    /**
     * Parses the value of a {@code Retry-After} header: seconds, with decimals too, or an HTTP date.
     *
     * @param value the header, blank where there is none
     * @param now the moment from which a date counts, best taken from the response's {@code Date} header
     * @return empty if the value is neither; zero for a date that has passed
     */
    public static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000)));
        }
        return parseDate(text).map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    }

    /** Parses an HTTP date such as {@code Fri, 20 Nov 2026 20:15:00 GMT}; empty if the text is none. */
    public static Optional<Instant> parseDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), HTTP_DATE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
