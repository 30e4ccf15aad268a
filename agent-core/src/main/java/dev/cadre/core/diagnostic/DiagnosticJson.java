package dev.cadre.core.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns diagnostics into JSON objects: the stable shape that {@code agents check --json} prints. */
public final class DiagnosticJson {

    private DiagnosticJson() {}

    /** Returns the object of one diagnostic: code, severity, place, message, what was found, what is allowed, what to do. */
    public static Map<String, Object> of(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", diagnostic.code().id());
        object.put("severity", diagnostic.severity().word());
        object.put("line", span.line());
        object.put("column", span.column());
        object.put("endLine", span.endLine());
        object.put("endColumn", span.endColumn());
        object.put("message", diagnostic.message());
        diagnostic.found().ifPresent(found -> object.put("found", found));
        if (!diagnostic.allowed().isEmpty()) {
            object.put("allowed", diagnostic.allowed());
        }
        diagnostic.fix().ifPresent(fix -> {
            object.put("fix", fix.title());
            if (fix.isApplicable()) {
                object.put(
                        "edits", fix.edits().stream().map(DiagnosticJson::edit).toList());
            }
        });
        return object;
    }

    private static Map<String, Object> edit(TextEdit edit) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("offset", edit.offset());
        object.put("length", edit.length());
        object.put("replacement", edit.replacement());
        return object;
    }
}
