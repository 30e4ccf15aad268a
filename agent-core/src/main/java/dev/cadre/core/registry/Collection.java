package dev.cadre.core.registry;

import dev.cadre.core.definition.AgentDefinition;
import dev.cadre.core.definition.DefinitionReader;
import dev.cadre.core.definition.Reading;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.SourceDiagnostics;
import dev.cadre.core.dialect.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One reading of all places. Confined to the thread that reads. */
final class Collection implements Source.Sink {

    private final List<Ranked> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int place;

    /** A definition and the place that it comes from, counted in the order in which places were added. */
    private record Ranked(Entry entry, int place) {}

    static Snapshot of(List<Source> sources, DefinitionReader reader) {
        Collection collection = new Collection();
        for (Source source : sources) {
            source.read(reader, collection);
            collection.place++;
        }
        return collection.settle();
    }

    void add(Entry entry) {
        found.add(new Ranked(entry, place));
    }

    @Override
    public void add(Scope scope, String source, Reading reading) {
        take(scope, source, "", reading);
    }

    @Override
    public void discovered(Scope scope, String source, String before, Reading reading) {
        boolean documentation = reading.dialect() == Dialect.MARKDOWN || reading.dialect() == Dialect.AGENTS_MD;
        if (documentation && reading.source().text().length() > 0) {
            report(
                    Finding.Kind.NOT_AN_AGENT,
                    source,
                    "\"" + source + "\" has no frontmatter, so it is no agent",
                    said(reading));
        } else if (reading.definition().isPresent() && isSwitchedOff(reading)) {
            report(Finding.Kind.PASSED_OVER, source, "\"" + source + "\" is switched off", said(reading));
        } else {
            take(scope, source, before, reading);
        }
    }

    private void take(Scope scope, String source, String before, Reading reading) {
        if (reading.definition().isEmpty()) {
            report(Finding.Kind.REFUSED, source, "\"" + source + "\" is refused", said(reading));
            return;
        }
        if (!reading.diagnostics().isEmpty()) {
            report(Finding.Kind.WARNED, source, "\"" + source + "\" is loaded with findings", said(reading));
        }
        AgentDefinition definition = reading.orThrow();
        add(new Entry(scope, source, definition, before + definition.name()));
    }

    private static boolean isSwitchedOff(Reading reading) {
        return reading.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.code() == DiagnosticCode.FILE_SWITCHED_OFF);
    }

    private static SourceDiagnostics said(Reading reading) {
        return new SourceDiagnostics(reading.source(), reading.diagnostics());
    }

    @Override
    public void passedOver(String source, String message) {
        findings.add(new Finding(Finding.Kind.PASSED_OVER, List.of(source), "\"" + source + "\": " + message, null));
    }

    private void report(Finding.Kind kind, String source, String message, SourceDiagnostics said) {
        findings.add(new Finding(kind, List.of(source), message, said));
    }

    @Override
    public void unreadable(String source, String message) {
        findings.add(new Finding(Finding.Kind.UNREADABLE, List.of(source), "\"" + source + "\": " + message, null));
    }

    private Snapshot settle() {
        // Stable: within a place the order of paths stays.
        found.sort(
                Comparator.comparing((Ranked ranked) -> ranked.entry().scope()).thenComparing(Ranked::place));
        Map<String, Ranked> counting = new LinkedHashMap<>();
        for (Ranked ranked : found) {
            Ranked first = counting.putIfAbsent(ranked.entry().id(), ranked);
            if (first != null) {
                findings.add(second(first, ranked));
            }
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        counting.forEach((name, ranked) -> entries.put(name, ranked.entry()));
        return new Snapshot(entries, findings);
    }

    private static Finding second(Ranked first, Ranked second) {
        String name = first.entry().id();
        boolean same = first.place() == second.place();
        return new Finding(
                same ? Finding.Kind.DUPLICATE : Finding.Kind.SHADOWED,
                List.of(first.entry().source(), second.entry().source()),
                "\"" + name + "\" of \"" + first.entry().source() + "\" counts, not that of \""
                        + second.entry().source() + "\"",
                null);
    }
}
