package dev.cadre.core.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds lines that hold nothing but a tag, such as {@code <workflow>} and {@code </workflow>}. */
final class PromptTags {

    /**
     * A tag on a line of its own.
     *
     * @param name its name, such as {@code workflow}
     * @param isOpening whether it opens
     * @param offset where it begins
     * @param end where it ends
     */
    record Tag(String name, boolean isOpening, int offset, int end) {}

    private static final int RULE = 3;
    private static final int CODE_INDENT = 4;

    private PromptTags() {}

    private static int indent(String body, Tag tag) {
        int from = tag.offset();
        while (from > 0 && body.charAt(from - 1) == ' ') {
            from--;
        }
        return tag.offset() - from;
    }

    /** Returns whether the rule at the offset only stands for a tag. */
    static boolean isRuled(String body, int offset) {
        return body.charAt(offset) == '<';
    }

    static List<Tag> of(String body, LineIndex lines) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < lines.lines(); i++) {
            int end = i + 1 < lines.lines() ? lines.start(i + 1) : body.length();
            int from = lines.start(i);
            while (from < end && Character.isWhitespace(body.charAt(from))) {
                from++;
            }
            while (end > from && Character.isWhitespace(body.charAt(end - 1))) {
                end--;
            }
            Tag tag = tag(body, from, end);
            if (tag != null) {
                tags.add(tag);
            }
        }
        return tags;
    }

    private static @Nullable Tag tag(String body, int from, int end) {
        if (end - from < 3 || body.charAt(from) != '<' || body.charAt(end - 1) != '>') {
            return null;
        }
        boolean closing = body.charAt(from + 1) == '/';
        int name = from + (closing ? 2 : 1);
        int i = name;
        while (i < end - 1 && isNamePart(body.charAt(i))) {
            i++;
        }
        boolean named = i > name && Character.isLetter(body.charAt(name));
        boolean single = body.indexOf('<', from + 1) < 0 || body.indexOf('<', from + 1) >= end;
        boolean attributes =
                i == end - 1 || (body.charAt(i) == ' ' && body.substring(i, end).indexOf('=') > 0);
        boolean empty = body.charAt(end - 2) == '/';
        return named && single && attributes && !empty ? new Tag(body.substring(name, i), !closing, from, end) : null;
    }

    /** Returns the tags that stand outside all code. */
    static List<Tag> outside(List<CodeBlock> code, List<Tag> tags) {
        List<Tag> outside = new ArrayList<>();
        int next = 0;
        for (Tag tag : tags) {
            while (next < code.size() && code.get(next).span().endOffset() <= tag.offset()) {
                next++;
            }
            if (next == code.size() || tag.offset() < code.get(next).span().offset()) {
                outside.add(tag);
            }
        }
        return outside;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /**
     * Returns the body with each tag replaced by a rule and blanks of the same length: Markdown is read on both sides
     * of it, and no list or paragraph goes on behind it.
     */
    static String ruled(String body, List<Tag> tags) {
        if (tags.isEmpty()) {
            return body;
        }
        StringBuilder text = new StringBuilder(body);
        for (Tag tag : tags) {
            int rule = indent(body, tag) < CODE_INDENT ? RULE : 0;
            for (int i = tag.offset(); i < tag.end(); i++) {
                text.setCharAt(i, i < tag.offset() + rule ? '*' : ' ');
            }
        }
        return text.toString();
    }
}
