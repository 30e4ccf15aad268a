package dev.cadre.core.diagnostic;

import dev.cadre.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes diagnostics as JSON Lines. */
final class JsonRenderer implements DiagnosticRenderer {

    @Override
    public String render(List<SourceDiagnostics> files) {
        StringBuilder out = new StringBuilder();
        for (SourceDiagnostics file : files) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("path", file.source().name());
            object.put(
                    "diagnostics",
                    file.diagnostics().stream().map(DiagnosticJson::of).toList());
            out.append(JsonText.write(object)).append('\n');
        }
        return out.toString();
    }
}
