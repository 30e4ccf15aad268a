package dev.cadre.core.diagnostic;

import dev.cadre.llm.Json;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports one finding about a source text: a stable code, a place, what was found, what is allowed, and the fix.
 *
 * <p>Immutable.
 */
public final class Diagnostic {

    private final DiagnosticCode code;
    private final Severity severity;
    private final Span span;
    private final String message;
    private final @Nullable String found;
    private final List<String> allowed;
    private final @Nullable Fix fix;

    private Diagnostic(Builder builder) {
        this.code = builder.code;
        this.severity = builder.severity;
        this.span = builder.span;
        this.message = ShownText.sentence(builder.message);
        this.found = builder.found;
        this.allowed = builder.allowed.isEmpty() ? List.of() : Json.list(builder.allowed);
        this.fix = builder.fix;
    }

    /** Starts a diagnostic; its severity is the code's own until another is set. */
    public static Builder builder(DiagnosticCode code, Span span, String message) {
        return new Builder(code, span, message);
    }

    /** Returns the stable code. */
    public DiagnosticCode code() {
        return code;
    }

    /** Returns how much it matters. */
    public Severity severity() {
        return severity;
    }

    /** Returns whether it makes the file unusable. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns the place in the decoded text. */
    public Span span() {
        return span;
    }

    /** Returns one sentence for people, without the place, lower case at its start. */
    public String message() {
        return message;
    }

    /** Returns the text that was found, cut if it is long. */
    public Optional<String> found() {
        return Optional.ofNullable(found);
    }

    /** Returns the values that would be right; empty if they can't be listed. */
    public List<String> allowed() {
        return allowed;
    }

    /** Returns what to do. */
    public Optional<Fix> fix() {
        return Optional.ofNullable(fix);
    }

    /** Returns the same finding with another severity. */
    public Diagnostic withSeverity(Severity other) {
        Builder builder = builder(code, span, message).severity(other).allowed(allowed);
        builder.found = found;
        builder.fix = fix;
        return builder.build();
    }

    /** Returns one line: place, severity, code and message. */
    @Override
    public String toString() {
        return span.line() + ":" + span.column() + ": " + severity.word() + "[" + code.id() + "]: " + message;
    }

    /** Collects the parts of a diagnostic. Not thread-safe. */
    public static final class Builder {

        private static final int MAX_FOUND = 200;

        private final DiagnosticCode code;
        private final Span span;
        private final String message;
        private Severity severity;
        private @Nullable String found;
        private List<String> allowed = List.of();
        private @Nullable Fix fix;

        private Builder(DiagnosticCode code, Span span, String message) {
            this.code = Objects.requireNonNull(code, "code");
            this.span = Objects.requireNonNull(span, "span");
            this.message = Objects.requireNonNull(message, "message");
            this.severity = code.severity();
        }

        /** Sets how much it matters. */
        public Builder severity(Severity severity) {
            this.severity = severity;
            return this;
        }

        /** Sets the text that was found. */
        public Builder found(String found) {
            this.found = found.length() > MAX_FOUND ? found.substring(0, MAX_FOUND) + "…" : found;
            return this;
        }

        /** Sets the values that would be right. */
        public Builder allowed(List<String> allowed) {
            this.allowed = allowed;
            return this;
        }

        /** Sets what to do. */
        public Builder fix(Fix fix) {
            this.fix = fix;
            return this;
        }

        /** Sets what to do, as advice that only people can follow. */
        public Builder advice(String title) {
            return fix(Fix.advice(title));
        }

        /** Makes the diagnostic. */
        public Diagnostic build() {
            return new Diagnostic(this);
        }
    }
}
