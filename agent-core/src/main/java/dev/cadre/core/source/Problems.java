package dev.cadre.core.source;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceText;
import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the diagnostics of one reading. Confined to the thread that reads. */
public final class Problems {

    private final SourceText source;
    private final String head;
    private final String tail;
    private final List<Diagnostic> found = new ArrayList<>();

    /** Starts with none. */
    public Problems(SourceText source) {
        this(source, source.text(), "");
    }

    /** Starts with none, about a text whose end, the body as a rule, stands apart. */
    Problems(SourceText source, String head, String tail) {
        this.source = source;
        this.head = head;
        this.tail = tail;
    }

    /** Returns the text that the problems are about. */
    public SourceText source() {
        return source;
    }

    /** Returns the text up to where a body may start, or all of it. */
    public String head() {
        return head;
    }

    /** Returns the text from an offset on. */
    public String from(int offset) {
        return offset == head.length() ? tail : source.text().substring(offset);
    }

    /** Returns the span of a node. */
    public Span span(Node node) {
        return source.span(node.offset(), node.length());
    }

    /** Starts a diagnostic about a node; {@link #add} takes it. */
    public Diagnostic.Builder at(Node node, DiagnosticCode code, String message) {
        return Diagnostic.builder(code, span(node), message);
    }

    /** Starts a diagnostic about a stretch of the text; {@link #add} takes it. */
    public Diagnostic.Builder at(int offset, int length, DiagnosticCode code, String message) {
        return Diagnostic.builder(code, source.span(offset, length), message);
    }

    /** Adds a finding. */
    public void add(Diagnostic.Builder builder) {
        found.add(builder.build());
    }

    /** Returns whether one of the findings is an error. */
    public boolean hasErrors() {
        for (Diagnostic diagnostic : found) {
            if (diagnostic.isError()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the findings in the order of the text. */
    public List<Diagnostic> sorted() {
        if (found.size() > 1) {
            found.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().offset()));
        }
        return found;
    }
}
