package dev.cadre.core.diagnostic;

import java.util.Locale;

/** Says how much a diagnostic matters. */
public enum Severity {
    /** The file is refused. */
    ERROR,
    /** The file is read, and something in it has another effect than its author may think. */
    WARNING,
    /** The file is read as meant; worth knowing. */
    INFO;

    /** Returns the word that output formats use: {@code error}, {@code warning} or {@code info}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
