package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.diagnostic.Span;
import dev.cadre.core.diagnostic.TextEdit;
import dev.cadre.core.diagnostic.TextEdits;
import dev.cadre.core.source.YamlText;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolSelection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Edits the frontmatter of a definition file without touching anything else: comments, order, quoting and line endings
 * stay byte for byte.
 *
 * <p>Immutable: each edit returns a new editor. Only for Markdown with a frontmatter.
 *
 * <pre>{@code
 * String text = DefinitionEditor.of("agents/reviewer.md", source).withModel("opus").withTool("Grep").text();
 * }</pre>
 */
public final class DefinitionEditor {

    private static final Set<String> PLAIN_WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off");

    private final Reading reading;

    private DefinitionEditor(Reading reading) {
        this.reading = reading;
    }

    /**
     * Starts editing a text.
     *
     * @throws DefinitionException if it is no usable definition
     * @throws IllegalArgumentException if it has no frontmatter
     */
    public static DefinitionEditor of(String sourceName, String text) {
        Reading reading = DefinitionReader.create().read(sourceName, text);
        if (reading.orThrow().origin().bodyLine() == 1) {
            throw new IllegalArgumentException("\"" + sourceName + "\" has no frontmatter to edit");
        }
        return new DefinitionEditor(reading);
    }

    /** Returns the text. */
    public String text() {
        return reading.source().text();
    }

    /** Returns the definition that the text holds. */
    public AgentDefinition definition() {
        return reading.orThrow();
    }

    /** Sets the name. */
    public DefinitionEditor withName(String name) {
        return with("name", name);
    }

    /** Sets the description. */
    public DefinitionEditor withDescription(String description) {
        return with("description", description);
    }

    /** Sets the model. */
    public DefinitionEditor withModel(String model) {
        return with("model", model);
    }

    /**
     * Sets a key to a text; a missing key is added at the end.
     *
     * @throws DefinitionException if the result would be no usable definition
     * @throws IllegalStateException if other keys would change or the value would not be read as it is, as may be where the
     *     frontmatter is no valid YAML
     */
    public DefinitionEditor with(String key, String value) {
        DefinitionEditor edited = definition()
                .origin()
                .frontmatterSpan(key)
                .map(span -> replaced(span, value))
                .orElseGet(() -> added(key + ": " + scalar(value)));
        boolean isAlone = rest(definition(), key).equals(rest(edited.definition(), key))
                && definition().prompt().equals(edited.definition().prompt());
        if (!isAlone) {
            throw refused("setting \"" + key + "\" would change what other keys mean");
        }
        if (edited.isGuessed(key)) {
            throw refused("\"" + key + "\" can not be set");
        }
        return edited;
    }

    private IllegalStateException refused(String problem) {
        return new IllegalStateException(problem + ", because the frontmatter of \""
                + reading.source().name() + "\" is no valid YAML there; fix it first");
    }

    // Then quotes would be part of the value.
    private boolean isGuessed(String key) {
        int value = definition().origin().frontmatterSpan(key).map(Span::offset).orElse(-1);
        return reading.diagnostics().stream()
                .anyMatch(problem -> problem.code() == DiagnosticCode.YAML_RECOVERED
                        && problem.span().offset() == value);
    }

    private static Map<String, Object> rest(AgentDefinition definition, String key) {
        Map<String, Object> rest = new HashMap<>(definition.extensions());
        rest.remove(key);
        return rest;
    }

    /**
     * Adds a tool to those that are available; one that is there already changes nothing.
     *
     * @throws IllegalStateException if the definition inherits its tools or lists them in a shape that can't be extended
     */
    public DefinitionEditor withTool(String rule) {
        PermissionRule parsed = PermissionRule.parse(rule);
        if (!(definition().tools() instanceof ToolSelection.Only only)) {
            throw new IllegalStateException("the definition inherits its tools; adding one would take away all others");
        }
        if (only.entries().contains(parsed)) {
            return this;
        }
        Origin origin = definition().origin();
        Span list = origin.span("tools.allow")
                .or(() -> origin.span("tools"))
                .orElseThrow(() -> new IllegalStateException("the tools do not stand in the frontmatter"));
        return edited(new ToolInsertion(text(), list).edit(rule));
    }

    private DefinitionEditor replaced(Span span, String value) {
        String text = text();
        int at = span.offset();
        boolean block = span.length() > 0 && (text.charAt(at) == '|' || text.charAt(at) == '>');
        int start = behindKey(at);
        int last = block ? trimmed(span) : span.endOffset();
        int end = behindTabs(last);
        // Where the value is empty, or was recovered from the next line, it starts right behind the colon.
        String before = text.charAt(start - 1) == ':' ? " " : "";
        String behind = end > last && text.startsWith("#", end) ? " " : "";
        return edited(new TextEdit(start, end - start, before + scalar(value) + behind));
    }

    // A block may start a line, but no other value: it would be a key. Quotes may stand behind blanks, not behind tabs.
    private int behindKey(int value) {
        String text = text();
        int at = value;
        boolean tabs = false;
        while (isBlank(text.charAt(at - 1)) || isBreak(text.charAt(at - 1))) {
            at--;
            tabs |= text.charAt(at) == '\t';
        }
        boolean moves = tabs || isBreak(text.charAt(value - 1));
        return moves && text.charAt(at - 1) == ':' ? at : value;
    }

    // What follows quotes may be blanks, not tabs.
    private int behindTabs(int end) {
        String text = text();
        int at = end;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(end, at).indexOf('\t') < 0 ? end : at;
    }

    private int trimmed(Span span) {
        String text = text();
        int end = span.endOffset();
        while (end > span.offset() && (isBlank(text.charAt(end - 1)) || isBreak(text.charAt(end - 1)))) {
            end--;
        }
        return end;
    }

    private DefinitionEditor added(String line) {
        String text = text();
        int at = bodyOffset();
        // A closing delimiter that ends the file is the line of the body itself.
        boolean endsFile = text.startsWith("---", at) && definition().prompt().isBlank();
        if (!endsFile) {
            at -= text.startsWith("\r\n", at - 2) ? 2 : 1;
            while (at > 0 && !isBreak(text.charAt(at - 1))) {
                at--;
            }
        }
        return edited(new TextEdit(at, 0, line + lineEnding(text)));
    }

    private int bodyOffset() {
        String text = text();
        int at = 0;
        for (int line = 1; line < definition().origin().bodyLine() && at < text.length(); line++) {
            while (at < text.length() && !isBreak(text.charAt(at))) {
                at++;
            }
            at = Math.min(text.length(), at + (text.startsWith("\r\n", at) ? 2 : 1));
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static String lineEnding(String text) {
        int at = 0;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return text.startsWith("\r\n", at) ? "\r\n" : at < text.length() && text.charAt(at) == '\r' ? "\r" : "\n";
    }

    private DefinitionEditor edited(TextEdit edit) {
        String text = TextEdits.apply(text(), List.of(edit));
        Reading next = DefinitionReader.create().read(reading.source().name(), text);
        next.orThrow();
        return new DefinitionEditor(next);
    }

    static String scalar(String value) {
        boolean plain = !value.isEmpty()
                && !PLAIN_WORDS.contains(value.toLowerCase(Locale.ROOT))
                && Character.isLetter(value.charAt(0))
                && value.strip().length() == value.length()
                && value.codePoints().noneMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0) || c > 0x2000)
                && !value.contains(": ")
                && !value.contains(" #")
                && !value.endsWith(":");
        return plain ? value : YamlText.quoted(value);
    }
}
