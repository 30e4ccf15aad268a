package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.Span;
import dev.cadre.core.diagnostic.TextEdit;
import dev.cadre.core.source.YamlText;
import java.util.regex.Pattern;

/** Finds where a list of tools takes one more, in the style of the list. */
final class ToolInsertion {

    private static final Pattern SWITCH =
            Pattern.compile("\\{?[ \\r\\n]*[\"']?[\\w*./@-]+[\"']?[ ]*:[ ]+(?:true|false)\\b");

    private final String text;
    private final Span list;

    ToolInsertion(String text, Span list) {
        this.text = text;
        this.list = list;
    }

    /**
     * Returns the edit that adds a rule.
     *
     * @throws IllegalStateException if the list is in a shape that takes none
     */
    TextEdit edit(String rule) {
        char first = list.length() == 0 ? '\0' : text.charAt(list.offset());
        char last = list.length() == 0 ? '\0' : text.charAt(list.endOffset() - 1);
        if (first == '{' && last == '}' && isSwitches()) {
            return insert(list.endOffset() - 1, ", " + key(rule) + ": true");
        }
        if (isSwitches()) {
            String indent = text.substring(lineStart(list.offset()), list.offset());
            return insert(lineEnd(list.endOffset()), lineBreak() + indent + key(rule) + ": true");
        }
        if (first == '[' && last == ']') {
            boolean empty =
                    text.substring(list.offset() + 1, list.endOffset() - 1).isBlank();
            return insert(list.endOffset() - 1, (empty ? "" : ", ") + DefinitionEditor.scalar(rule));
        }
        if (first == '-') {
            int lineStart = lineStart(lastItem());
            String indent = text.substring(lineStart, lastItem());
            // Behind a comment that belongs to the last item.
            return insert(lineEnd(list.endOffset()), lineBreak() + indent + "- " + DefinitionEditor.scalar(rule));
        }
        if ((first == '"' || first == '\'') && last == first) {
            boolean empty = list.length() == 2;
            return insert(list.endOffset() - 1, (empty ? "" : ", ") + rule);
        }
        if (Character.isLetter(first) || first == '_') {
            return insert(list.endOffset(), ", " + rule);
        }
        throw new IllegalStateException("the list of tools is in a shape that can't be extended; edit it by hand");
    }

    // A map of switches, as opencode writes: each key with true or false.
    private boolean isSwitches() {
        return SWITCH.matcher(text).region(list.offset(), list.endOffset()).lookingAt();
    }

    private static String key(String rule) {
        return Character.isLetter(rule.charAt(0)) && rule.indexOf('(') < 0 ? rule : YamlText.quoted(rule);
    }

    private TextEdit insert(int offset, String what) {
        return new TextEdit(offset, 0, what);
    }

    // The dash of the last item: the last line of the list that starts with one.
    private int lastItem() {
        int at = list.endOffset();
        while (at > list.offset()) {
            int start = Math.max(lineStart(at), list.offset());
            int dash = start;
            while (dash < at && text.charAt(dash) == ' ') {
                dash++;
            }
            if (dash < text.length() && text.charAt(dash) == '-') {
                return dash;
            }
            at = start - 1;
        }
        return list.offset();
    }

    private int lineStart(int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private String lineBreak() {
        int start = lineStart(list.offset());
        if (start >= 2 && text.startsWith("\r\n", start - 2)) {
            return "\r\n";
        }
        return start >= 1 && text.charAt(start - 1) == '\r' ? "\r" : "\n";
    }
}
