package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Fix;
import dev.cadre.core.diagnostic.TextEdit;
import dev.cadre.core.diagnostic.TextEdits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies the fixes of diagnostics to a source; everything else stays byte for byte.
 *
 * <p>Applying them again changes nothing. A definition that loads never has more rights afterwards: if it would have, the
 * source is left alone.
 */
public final class DefinitionFixer {

    private static final int MAX_PASSES = 8;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DefinitionFixer() {}

    /**
     * Is a source with its fixes applied.
     *
     * @param text the new text, with its byte order mark if there was one
     * @param applied the diagnostics that were fixed, in the order of their application
     * @param reading the reading of the new text
     */
    public record Result(String text, List<Diagnostic> applied, Reading reading) {

        /** Copies the list. */
        public Result {
            applied = List.copyOf(applied);
        }
    }

    /**
     * Fixes a source; one that is no UTF-8 text is given back as it could be decoded, with nothing applied.
     *
     * <p>A source of several definitions is fixed as a whole; its reading is that of {@link DefinitionReader#read}.
     */
    public static Result fix(String sourceName, byte[] bytes) {
        DefinitionReader reader = DefinitionReader.create();
        List<Reading> readings = reader.readAll(sourceName, bytes);
        String mark =
                new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.UTF_8).startsWith(BYTE_ORDER_MARK)
                        ? BYTE_ORDER_MARK
                        : "";
        List<Diagnostic> applied = new ArrayList<>();
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            List<Diagnostic> fixes = TextEdits.together(readings.stream()
                    .flatMap(reading -> reading.diagnostics().stream())
                    .toList());
            if (fixes.isEmpty()) {
                break;
            }
            String before = readings.get(0).source().text();
            String text = TextEdits.apply(before, edits(fixes));
            List<Reading> next = reader.readAll(sourceName, text.getBytes(StandardCharsets.UTF_8));
            if (text.equals(before) || isWorse(readings, next)) {
                break;
            }
            applied.addAll(fixes);
            readings = next;
        }
        String text = readings.get(0).source().text();
        Reading reading = readings.size() == 1 ? readings.get(0) : reader.read(sourceName, text);
        return new Result(mark + text, applied, reading);
    }

    private static boolean isWorse(List<Reading> before, List<Reading> after) {
        if (before.size() != after.size()) {
            return true;
        }
        for (int i = 0; i < before.size(); i++) {
            if (isWorse(before.get(i), after.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<TextEdit> edits(List<Diagnostic> fixes) {
        return fixes.stream()
                .flatMap(diagnostic -> diagnostic.fix().map(Fix::edits).orElse(List.of()).stream())
                .toList();
    }

    private static boolean isWorse(Reading before, Reading after) {
        if (before.definition().isEmpty()) {
            return isBroken(after) && !isBroken(before);
        }
        return after.definition().isEmpty()
                || !RightsComparison.widened(before.orThrow(), after.orThrow()).isEmpty();
    }

    private static boolean isBroken(Reading reading) {
        return reading.diagnostics().stream()
                .map(Diagnostic::code)
                .anyMatch(code -> code == DiagnosticCode.JSON_SYNTAX
                        || code == DiagnosticCode.TOML_SYNTAX
                        || code == DiagnosticCode.YAML_SYNTAX);
    }
}
