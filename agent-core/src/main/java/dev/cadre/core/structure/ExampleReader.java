package dev.cadre.core.structure;

import dev.cadre.core.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one example: its labels begin lines, and what follows a label belongs to it until the next. */
final class ExampleReader {

    private static final List<String> CONTEXT =
            List.of("context", "situation", "kontext", "contexte", "contexto", "背景", "上下文");
    private static final List<String> SPEAKERS = List.of(
            "user",
            "assistant",
            "human",
            "agent",
            "system",
            "claude",
            "model",
            "nutzer",
            "benutzer",
            "assistent",
            "utilisateur",
            "usuario",
            "asistente",
            "用户",
            "助手");
    private static final List<String> COMMENTARY =
            List.of("commentary", "kommentar", "commentaire", "comentario", "说明");

    private final StringBuilder context = new StringBuilder();
    private final StringBuilder commentary = new StringBuilder();
    private final List<String> speakers = new ArrayList<>();
    private final List<StringBuilder> texts = new ArrayList<>();
    private StringBuilder current = context;

    private ExampleReader() {}

    static ExampleDialogue read(String text, Span span) {
        ExampleReader reader = new ExampleReader();
        String lines = text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\\"", "\"");
        lines = lines.replace("<commentary>", "\ncommentary: ").replace("</commentary>", "\n");
        for (String line : parted(lines).split("\\R", -1)) {
            reader.line(line.strip());
        }
        List<ExampleDialogue.Turn> turns = new ArrayList<>();
        for (int i = 0; i < reader.speakers.size(); i++) {
            String said = unquoted(reader.texts.get(i).toString().strip());
            turns.add(new ExampleDialogue.Turn(reader.speakers.get(i), said));
        }
        String why = reader.commentary.toString().strip();
        return new ExampleDialogue(unquoted(reader.context.toString().strip()), turns, why, span);
    }

    // A dialogue may stand in one line: a label behind a sentence, with a quotation mark behind it, begins a turn.
    private static String parted(String text) {
        StringBuilder parted = new StringBuilder(text.length());
        int from = 0;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int start = colon;
            while (start > from && Character.isLetter(text.charAt(start - 1))) {
                start--;
            }
            int quote = colon + 1;
            while (quote < text.length() && text.charAt(quote) == ' ') {
                quote++;
            }
            boolean quoted = quote < text.length() && "\"'“".indexOf(text.charAt(quote)) >= 0;
            int before = start;
            while (before > from && text.charAt(before - 1) == ' ') {
                before--;
            }
            boolean apart = before < start && before > from && ".!?\"'”’)>".indexOf(text.charAt(before - 1)) >= 0;
            if (quoted
                    && apart
                    && SPEAKERS.contains(text.substring(start, colon).toLowerCase(Locale.ROOT))) {
                parted.append(text, from, start).append('\n');
                from = start;
            }
        }
        return parted.append(text, from, text.length()).toString();
    }

    private void line(String line) {
        String text = line.startsWith("- ") || line.startsWith("* ")
                ? line.substring(2).strip()
                : line;
        String plain = text.startsWith("**") ? text.replace("**", "") : text;
        int colon = colon(plain);
        String label = colon < 0 ? "" : plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (CONTEXT.contains(label)) {
            current = context;
        } else if (COMMENTARY.contains(label)) {
            current = commentary;
        } else if (SPEAKERS.contains(label)) {
            speakers.add(label);
            current = new StringBuilder();
            texts.add(current);
        } else {
            append(text);
            return;
        }
        append(plain.substring(colon + 1).strip());
    }

    private static int colon(String line) {
        int ascii = line.indexOf(':');
        int wide = line.indexOf('：');
        return ascii < 0 ? wide : wide < 0 ? ascii : Math.min(ascii, wide);
    }

    private void append(String text) {
        if (!text.isEmpty()) {
            current.append(current.isEmpty() ? "" : "\n").append(text);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && ((text.startsWith("\"") && text.endsWith("\""))
                        || (text.startsWith("'") && text.endsWith("'"))
                        || (text.startsWith("“") && text.endsWith("”")));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
