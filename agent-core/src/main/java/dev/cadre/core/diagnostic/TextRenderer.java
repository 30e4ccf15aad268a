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
        out.append(ShownText.visible(source.name() + ":" + diagnostic)).append('\n');
        writeLine(out, source.line(span.line()), span);
        if (!diagnostic.allowed().isEmpty()) {
            write(out, "allowed", String.join(", ", diagnostic.allowed()));
        }
        diagnostic.fix().ifPresent(fix -> write(out, "fix", fix.title()));
    }

    private static void write(StringBuilder out, String title, String text) {
        out.append("  ")
                .append(title)
                .append(": ")
                .append(ShownText.visible(text))
                .append('\n');
    }

    // Long lines (descriptions of several thousand characters are common) are cut to the part around the place.
    private static void writeLine(StringBuilder out, String line, Span span) {
        if (line.isBlank()) {
            return;
        }
        int at = Math.min(span.column() - 1, line.length());
        int from = at < MAX_WIDTH - 20 ? 0 : ShownText.whole(line, at - 60);
        int to = ShownText.whole(line, Math.min(line.length(), from + MAX_WIDTH));
        int end = span.endLine() > span.line() ? to : Math.min(at + span.length(), to);
        String number = Integer.toString(span.line());
        String start = from > 0 ? "…" : "";
        out.append("  ").append(number).append(" | ").append(start);
        out.append(ShownText.visible(line.substring(from, to))).append(to < line.length() ? "…\n" : "\n");
        out.append("  ").append(" ".repeat(number.length())).append(" | ");
        out.append(" ".repeat(start.length() + ShownText.width(line.substring(from, at))));
        out.append("^".repeat(Math.max(1, ShownText.width(line.substring(at, end)))))
                .append('\n');
    }
}
