package dev.cadre.tools.egress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns HTML into text in the manner of Markdown: headings, lists, links, code. One pass without recursion, linear in the
 * input whatever is nested in it; malformed pages lose marks, not text.
 */
public final class HtmlText {

    private static final Set<String> UNSHOWN =
            Set.of("script", "style", "template", "svg", "noscript", "iframe", "object", "head");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "ul",
            "ol",
            "table",
            "blockquote",
            "figure",
            "form",
            "dl",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre");

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("copy", "©"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bull", "•"),
            Map.entry("times", "×"),
            Map.entry("rarr", "→"),
            Map.entry("larr", "←"));

    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final String folded;
    private final StringBuilder text = new StringBuilder();
    private String link = "";
    private int linkStart = -1;
    private boolean preformatted;

    private HtmlText(String html) {
        this.html = html;
        this.folded = html.toLowerCase(Locale.ROOT);
    }

    /** Returns the text of a page. */
    public static String of(String html) {
        HtmlText page = new HtmlText(html);
        page.convert();
        return page.text.toString().strip();
    }

    private void convert() {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0) {
                words(at, html.length());
                return;
            }
            words(at, tag);
            at = markup(tag);
        }
    }

    /** Handles what begins with a less-than sign and returns where the text goes on. */
    private int markup(int start) {
        if (html.startsWith("<!--", start)) {
            return after("-->", start);
        }
        int nameStart = html.startsWith("/", start + 1) ? start + 2 : start + 1;
        int nameEnd = nameStart;
        while (nameEnd < html.length() && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            if (html.startsWith("!", start + 1) || html.startsWith("?", start + 1)) {
                return after(">", start);
            }
            text.append('<');
            return start + 1;
        }
        String name = folded.substring(nameStart, nameEnd);
        int end = tagEnd(nameEnd);
        boolean closing = nameStart == start + 2;
        if (!closing && UNSHOWN.contains(name)) {
            return name.equals("head") ? head(end) : tagEnd(after("</" + name, end));
        }
        mark(name, closing, nameEnd, end);
        return end;
    }

    /** Shows of the head only the title. */
    private int head(int start) {
        int end = indexOf("</head", start);
        int title = indexOf("<title", start);
        if (title < end) {
            int titleEnd = indexOf("</title", title);
            mark("h1", false, title, title);
            words(Math.min(tagEnd(title), titleEnd), titleEnd);
            mark("h1", true, title, title);
        }
        return end;
    }

    private int indexOf(String what, int from) {
        int found = folded.indexOf(what, from);
        return found < 0 ? html.length() : found;
    }

    private int after(String what, int from) {
        int found = folded.indexOf(what, from);
        return found < 0 ? html.length() : found + what.length();
    }

    /** Returns the place behind a tag; a greater-than sign in quotes does not end it. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private void mark(String name, boolean closing, int attributes, int end) {
        if (BLOCKS.contains(name) && !(closing && name.equals("pre"))) {
            lineEnds(2);
        }
        if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6' && !closing) {
            text.append("#".repeat(name.charAt(1) - '0')).append(' ');
        }
        switch (name) {
            case "br", "tr", "dt" -> lineEnds(1);
            case "li" -> item(closing);
            case "td", "th" -> text.append(closing ? " | " : "");
            case "code" -> text.append(preformatted ? "" : "`");
            case "pre" -> fence(closing);
            case "a" -> anchor(closing, attributes, end);
            default -> {
                // Other elements leave no mark.
            }
        }
    }

    private void item(boolean closing) {
        lineEnds(1);
        text.append(closing ? "" : "- ");
    }

    private void fence(boolean closing) {
        if (preformatted == closing) {
            preformatted = !closing;
            lineEnds(1);
            text.append("```").append(closing ? "\n\n" : "\n");
        }
    }

    private void anchor(boolean closing, int attributes, int end) {
        if (linkStart >= 0) {
            boolean shown = text.length() > linkStart && (link.startsWith("http") || link.startsWith("/"));
            if (shown) {
                text.insert(linkStart, '[').append("](").append(link).append(')');
            }
            linkStart = -1;
        }
        if (!closing) {
            link = attribute("href", attributes, end);
            linkStart = text.length();
        }
    }

    private String attribute(String name, int from, int end) {
        int at = folded.substring(from, end).indexOf(name + "=");
        if (at < 0) {
            return "";
        }
        int start = from + at + name.length() + 1;
        char quote = start < end ? html.charAt(start) : ' ';
        int stop = quote == '"' || quote == '\'' ? html.indexOf(quote, start + 1) : start;
        if (stop == start) {
            while (stop < end && !Character.isWhitespace(html.charAt(stop)) && html.charAt(stop) != '>') {
                stop++;
            }
            return entities(html.substring(start, stop));
        }
        return stop < 0 || stop >= end ? "" : entities(html.substring(start + 1, stop));
    }

    /** Appends text; outside of preformatted parts any white space is one blank. */
    private void words(int from, int to) {
        String words = entities(html.substring(from, to));
        if (preformatted) {
            text.append(words);
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!Character.isWhitespace(c)) {
                text.append(c);
            } else if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    private void lineEnds(int count) {
        int end = text.length();
        int found = 0;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            found += text.charAt(end - 1) == '\n' ? 1 : 0;
            end--;
        }
        if (end == 0) {
            return;
        }
        text.setLength(end);
        text.append("\n".repeat(Math.max(count, Math.min(found, 2))));
    }

    private static String entities(String source) {
        int at = source.indexOf('&');
        if (at < 0) {
            return source;
        }
        StringBuilder decoded = new StringBuilder(source.length());
        int done = 0;
        for (; at >= 0; at = source.indexOf('&', at + 1)) {
            int end = source.substring(at, Math.min(source.length(), at + LONGEST_ENTITY))
                            .indexOf(';')
                    + at;
            if (end > at) {
                String value = entity(source.substring(at + 1, end));
                if (!value.isEmpty()) {
                    decoded.append(source, done, at).append(value);
                    done = end + 1;
                }
            }
        }
        return decoded.append(source, done, source.length()).toString();
    }

    private static String entity(String name) {
        List<String> number = List.of(name.split("#[xX]?", 2));
        if (number.size() == 2 && number.get(0).isEmpty()) {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            if (number.get(1).matches(hex ? "[0-9a-fA-F]{1,6}" : "[0-9]{1,7}")) {
                int c = Integer.parseInt(number.get(1), hex ? 16 : 10);
                return Character.isValidCodePoint(c) && c != 0 ? Character.toString(c) : "";
            }
            return "";
        }
        return ENTITIES.getOrDefault(name, "");
    }
}
