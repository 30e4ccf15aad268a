package dev.cadre.llm.testkit.cassette;

import java.util.Locale;

/** Says whether a cassette is read or written. */
public enum CassetteMode {
    /** Answers from the file only; a request that is not in it fails. */
    REPLAY,
    /** Makes every call and writes the file anew. */
    RECORD,
    /** Records if there is no file, else replays. */
    RECORD_IF_ABSENT;

    /** Names the system property that chooses the mode of a test run: {@value}. */
    public static final String PROPERTY = "cadre.cassettes";

    /**
     * Returns the mode that the system property {@value #PROPERTY} names ({@code replay}, {@code record},
     * {@code record-if-absent}); {@code REPLAY} if it is not set.
     *
     * @throws IllegalArgumentException if it names no mode
     */
    public static CassetteMode fromSystemProperty() {
        String name = System.getProperty(PROPERTY, "replay");
        for (CassetteMode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("-D" + PROPERTY + "=" + name
                + " names no mode of cassettes; expected replay, record or record-if-absent");
    }
}
