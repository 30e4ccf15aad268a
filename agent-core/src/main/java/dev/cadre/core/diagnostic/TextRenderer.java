package dev.cadre.core.diagnostic;

import java.util.List;

/** Writes diagnostics as compilers do. */
final class TextRenderer implements DiagnosticRenderer {

    private static final int MAX_WIDTH = 160;

    @Override
    public String render(List<SourceDiagnostics> files) {
        StringBuilder out = new StringBuilder();
        for (SourceDiagnostics file : files) {
            file.diagnostics().forEach(diagnostic -> write(out, file.source(), diagnostic));
        }
        return out.toString();
    }

    private static void write(StringBuilder out, SourceText source, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        out.append(source.name()).append(':').append(diagnostic).append('\n');
        writeLine(out, source.line(span.line()), span);
        if (!diagnostic.allowed().isEmpty()) {
            out.append("  allowed: ")
                    .append(String.join(", ", diagnostic.allowed()))
                    .append('\n');
        }
        diagnostic
                .fix()
                .ifPresent(fix -> out.append("  fix: ").append(fix.title()).append('\n'));
    }

    // Long lines (descriptions of several thousand characters are common) are cut to the part around the place.
    private static void writeLine(StringBuilder out, String line, Span span) {
        if (line.isBlank()) {
            return;
        }
        int at = Math.min(span.column() - 1, line.length());
        int from = at < MAX_WIDTH - 20 ? 0 : at - 60;
        int to = Math.min(line.length(), from + MAX_WIDTH);
        String number = Integer.toString(span.line());
        String margin = " ".repeat(number.length());
        String start = from > 0 ? "…" : "";
        out.append("  ").append(number).append(" | ").append(start).append(visible(line.substring(from, to)));
        out.append(to < line.length() ? "…\n" : "\n");
        int width = span.endLine() > span.line() ? to - at : Math.min(span.length(), to - at);
        out.append("  ").append(margin).append(" | ").append(" ".repeat(start.length() + at - from));
        out.append("^".repeat(Math.max(1, width))).append('\n');
    }

    // A tab or a control character would move the caret or speak to the terminal.
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return shown.toString();
    }
}
