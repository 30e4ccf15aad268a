package dev.cadre.core.diagnostic;

import dev.cadre.core.json.JsonText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes one SARIF 2.1.0 log; see the OASIS standard of that name. */
final class SarifRenderer implements DiagnosticRenderer {

    @Override
    public String render(List<SourceDiagnostics> files) {
        List<DiagnosticCode> codes = codes(files);
        List<Object> results = new ArrayList<>();
        for (SourceDiagnostics file : files) {
            for (Diagnostic diagnostic : file.diagnostics()) {
                results.add(result(file.source(), diagnostic, codes.indexOf(diagnostic.code())));
            }
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "cadre");
        driver.put("rules", codes.stream().map(SarifRenderer::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return JsonText.write(log) + "\n";
    }

    private static List<DiagnosticCode> codes(List<SourceDiagnostics> files) {
        TreeSet<DiagnosticCode> codes = new TreeSet<>();
        files.forEach(file -> file.diagnostics().forEach(diagnostic -> codes.add(diagnostic.code())));
        return List.copyOf(codes);
    }

    private static Map<String, Object> rule(DiagnosticCode code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code.id());
        rule.put("shortDescription", Map.of("text", code.summary()));
        rule.put("defaultConfiguration", Map.of("level", level(code.severity())));
        return rule;
    }

    private static Map<String, Object> result(SourceText source, Diagnostic diagnostic, int rule) {
        String advice =
                diagnostic.fix().map(fix -> " Fix: " + sentence(fix.title())).orElse("");
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", uri(source.name())));
        place.put("region", region(diagnostic.span()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", diagnostic.code().id());
        result.put("ruleIndex", rule);
        result.put("level", level(diagnostic.severity()));
        result.put("message", Map.of("text", sentence(diagnostic.message()) + advice));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        diagnostic.fix().filter(Fix::isApplicable).ifPresent(fix -> result.put("fixes", List.of(fix(source, fix))));
        return result;
    }

    private static Map<String, Object> fix(SourceText source, Fix fix) {
        List<Object> replacements = new ArrayList<>();
        for (TextEdit edit : fix.edits()) {
            Map<String, Object> replacement = new LinkedHashMap<>();
            replacement.put("deletedRegion", region(source.span(edit.offset(), edit.length())));
            replacement.put("insertedContent", Map.of("text", edit.replacement()));
            replacements.add(replacement);
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", Map.of("uri", uri(source.name())));
        change.put("replacements", replacements);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("description", Map.of("text", fix.title()));
        object.put("artifactChanges", List.of(change));
        return object;
    }

    private static Map<String, Object> region(Span span) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", span.line());
        region.put("startColumn", span.column());
        region.put("endLine", span.endLine());
        region.put("endColumn", span.endColumn());
        return region;
    }

    private static String sentence(String words) {
        return words.endsWith("?") || words.endsWith(".") ? words : words + ".";
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }

    private static String uri(String name) {
        try {
            String path = name.replace('\\', '/');
            boolean drive = path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/';
            if (path.startsWith("/") || drive) {
                return new URI("file", "", drive ? "/" + path : path, null).toASCIIString();
            }
            // What stands before a colon at the start would be taken for a scheme.
            boolean scheme = path.indexOf(':') >= 0 && path.indexOf(':') < (path + "/").indexOf('/');
            return new URI(null, null, scheme ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "source";
        }
    }
}
