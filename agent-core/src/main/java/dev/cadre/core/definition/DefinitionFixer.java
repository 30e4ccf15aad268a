package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Diagnostic;
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

    /** Fixes a source; one that is no UTF-8 text is given back as it could be decoded, with nothing applied. */
    public static Result fix(String sourceName, byte[] bytes) {
        DefinitionReader reader = DefinitionReader.create();
        Reading reading = reader.read(sourceName, bytes);
        String mark =
                new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.UTF_8).startsWith(BYTE_ORDER_MARK)
                        ? BYTE_ORDER_MARK
                        : "";
        List<Diagnostic> applied = new ArrayList<>();
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            List<Diagnostic> fixes = TextEdits.together(reading.diagnostics());
            if (fixes.isEmpty()) {
                break;
            }
            String text = TextEdits.apply(reading.source().text(), edits(fixes));
            Reading next = reader.read(sourceName, text);
            if (text.equals(reading.source().text()) || isWorse(reading, next)) {
                break;
            }
            applied.addAll(fixes);
            reading = next;
        }
        return new Result(mark + reading.source().text(), applied, reading);
    }

    private static List<TextEdit> edits(List<Diagnostic> fixes) {
        return fixes.stream()
                .flatMap(diagnostic -> diagnostic.fix().map(Fix::edits).orElse(List.of()).stream())
                .toList();
    }

    private static boolean isWorse(Reading before, Reading after) {
        if (before.definition().isEmpty()) {
            return false;
        }
        return after.definition().isEmpty()
                || !RightsComparison.widened(before.orThrow(), after.orThrow()).isEmpty();
    }
}
