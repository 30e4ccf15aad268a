package dev.cadre.core.diagnostic;

/**
 * Names every kind of finding. The ids are stable: a code is never reused and keeps its meaning.
 *
 * <p>The part before the slash is the family. {@code docs/diagnostics.md} shows an example of each. Constants are added in
 * later versions; code that branches on them needs a default.
 */
public enum DiagnosticCode {
    /** The file is missing, is a directory, or can not be read. */
    FILE_UNREADABLE("file/unreadable", Severity.ERROR, "The file is missing, is a directory, or can not be read."),
    /** The file is larger than the limit. */
    FILE_TOO_LARGE("file/too-large", Severity.ERROR, "The file is larger than the limit."),
    /** A byte sequence is not UTF-8. */
    FILE_NOT_UTF8("file/not-utf8", Severity.ERROR, "A byte sequence is not UTF-8."),
    /** The file holds binary data. */
    FILE_BINARY("file/binary", Severity.ERROR, "The file holds binary data."),
    /** The file is empty. */
    FILE_EMPTY("file/empty", Severity.ERROR, "The file is empty."),
    /** The file is something else than an agent definition. */
    FILE_NOT_AN_AGENT("file/not-an-agent", Severity.ERROR, "The file is something else than an agent definition."),
    /** The source holds several definitions where one is expected. */
    FILE_SEVERAL("file/several", Severity.ERROR, "The source holds several definitions where one is expected."),
    /** The agent is switched off by its own file. */
    FILE_SWITCHED_OFF("file/switched-off", Severity.WARNING, "The agent is switched off by its own file."),
    /** The file has no frontmatter; all of it is the prompt. */
    FRONTMATTER_MISSING(
            "frontmatter/missing", Severity.WARNING, "The file has no frontmatter; all of it is the prompt."),
    /** The frontmatter is opened and never closed. */
    FRONTMATTER_UNCLOSED("frontmatter/unclosed", Severity.ERROR, "The frontmatter is opened and never closed."),
    /** Keys stand at the top without delimiter lines, so they would be prompt text. */
    FRONTMATTER_UNFENCED(
            "frontmatter/unfenced",
            Severity.ERROR,
            "Keys stand at the top without delimiter lines, so they would be prompt text."),
    /** Something stands before the frontmatter. */
    FRONTMATTER_NOT_FIRST("frontmatter/not-first", Severity.WARNING, "Something stands before the frontmatter."),
    /** A delimiter line is not exactly three dashes. */
    FRONTMATTER_DELIMITER("frontmatter/delimiter", Severity.WARNING, "A delimiter line is not exactly three dashes."),
    /** The frontmatter holds no key. */
    FRONTMATTER_EMPTY("frontmatter/empty", Severity.WARNING, "The frontmatter holds no key."),
    /** The frontmatter is no list of keys and values. */
    FRONTMATTER_NOT_A_MAPPING(
            "frontmatter/not-a-mapping", Severity.ERROR, "The frontmatter is no list of keys and values."),
    /** The frontmatter is not valid YAML and can not be recovered safely. */
    YAML_SYNTAX("yaml/syntax", Severity.ERROR, "The frontmatter is not valid YAML and can not be recovered safely."),
    /** A value is not valid YAML and was read as plain text. */
    YAML_RECOVERED("yaml/recovered", Severity.WARNING, "A value is not valid YAML and was read as plain text."),
    /** A number sign cuts a value off, because YAML reads it as a comment. */
    YAML_COMMENT(
            "yaml/comment", Severity.WARNING, "A number sign cuts a value off, because YAML reads it as a comment."),
    /** The source is not valid TOML. */
    TOML_SYNTAX("toml/syntax", Severity.ERROR, "The source is not valid TOML."),
    /** The source is not valid JSON. */
    JSON_SYNTAX("json/syntax", Severity.ERROR, "The source is not valid JSON."),
    /** YAML aliases are not supported. */
    YAML_ALIAS("yaml/alias", Severity.ERROR, "YAML aliases are not supported."),
    /** YAML anchors are not supported. */
    YAML_ANCHOR("yaml/anchor", Severity.ERROR, "YAML anchors are not supported."),
    /** YAML tags are not supported. */
    YAML_TAG("yaml/tag", Severity.ERROR, "YAML tags are not supported."),
    /** YAML merge keys are not supported. */
    YAML_MERGE_KEY("yaml/merge-key", Severity.ERROR, "YAML merge keys are not supported."),
    /** A key stands twice in one mapping. */
    YAML_DUPLICATE_KEY("yaml/duplicate-key", Severity.ERROR, "A key stands twice in one mapping."),
    /** A key is a number, a truth value or null. */
    YAML_KEY_NOT_TEXT("yaml/key-not-text", Severity.WARNING, "A key is a number, a truth value or null."),
    /** The frontmatter holds a second YAML document. */
    YAML_SECOND_DOCUMENT("yaml/second-document", Severity.ERROR, "The frontmatter holds a second YAML document."),
    /** Values are nested deeper than the limit. */
    YAML_TOO_DEEP("yaml/too-deep", Severity.ERROR, "Values are nested deeper than the limit."),
    /** The frontmatter holds more values than the limit. */
    YAML_TOO_MANY_VALUES("yaml/too-many-values", Severity.ERROR, "The frontmatter holds more values than the limit."),
    /** The frontmatter or one of its values is longer than the limit. */
    YAML_TOO_LONG("yaml/too-long", Severity.ERROR, "The frontmatter or one of its values is longer than the limit."),
    /** A key is not known; it has no effect and is kept as an extension. */
    KEY_UNKNOWN("key/unknown", Severity.WARNING, "A key is not known; it has no effect and is kept as an extension."),
    /** A key looks like a misspelled restriction, which would silently not hold. */
    KEY_MISSPELLED_RESTRICTION(
            "key/misspelled-restriction",
            Severity.ERROR,
            "A key looks like a misspelled restriction, which would silently not hold."),
    /** A required key is missing and nothing can stand in for it. */
    KEY_MISSING("key/missing", Severity.ERROR, "A required key is missing and nothing can stand in for it."),
    /** A key has no value; it counts as absent. */
    VALUE_NULL("value/null", Severity.WARNING, "A key has no value; it counts as absent."),
    /** A value is of another kind than expected. */
    VALUE_TYPE("value/type", Severity.ERROR, "A value is of another kind than expected."),
    /** A text is blank where one is needed; it counts as absent. */
    VALUE_EMPTY("value/empty", Severity.WARNING, "A text is blank where one is needed; it counts as absent."),
    /** A value is none of those known. */
    VALUE_UNKNOWN("value/unknown", Severity.WARNING, "A value is none of those known."),
    /** A number is outside its range. */
    VALUE_RANGE("value/range", Severity.ERROR, "A number is outside its range."),
    /** A value is understood, and other readers may not understand it. */
    VALUE_LENIENT("value/lenient", Severity.WARNING, "A value is understood, and other readers may not understand it."),
    /** A value breaks a constraint of the model. */
    VALUE_CONSTRAINT("value/constraint", Severity.WARNING, "A value breaks a constraint of the model."),
    /** A value has no effect unless the host grants it. */
    VALUE_INERT("value/inert", Severity.INFO, "A value has no effect unless the host grants it."),
    /** A name can not be used. */
    NAME_INVALID("name/invalid", Severity.ERROR, "A name can not be used."),
    /** A name is not in lower case with hyphens. */
    NAME_STYLE("name/style", Severity.INFO, "A name is not in lower case with hyphens."),
    /** The name was derived, because the file gives none. */
    NAME_DERIVED("name/derived", Severity.WARNING, "The name was derived, because the file gives none."),
    /** The description was derived, because the file gives none. */
    DESCRIPTION_DERIVED(
            "description/derived", Severity.WARNING, "The description was derived, because the file gives none."),
    /** The prompt is blank. */
    PROMPT_BLANK("prompt/blank", Severity.WARNING, "The prompt is blank."),
    /** The prompt stands in a key and in the body; the body counts. */
    PROMPT_TWICE("prompt/twice", Severity.WARNING, "The prompt stands in a key and in the body; the body counts."),
    /** The prompt names another file, which is not read. */
    PROMPT_REFERENCE("prompt/reference", Severity.WARNING, "The prompt names another file, which is not read."),
    /** A list of tools has no value; absent, empty and null differ. */
    TOOLS_NULL("tools/null", Severity.ERROR, "A list of tools has no value; absent, empty and null differ."),
    /** A list of tools is in no shape that can be read. */
    TOOLS_SHAPE("tools/shape", Severity.ERROR, "A list of tools is in no shape that can be read."),
    /** An entry is no tool name or permission rule. */
    TOOLS_SYNTAX("tools/syntax", Severity.ERROR, "An entry is no tool name or permission rule."),
    /** No tool has this name. */
    TOOLS_UNKNOWN("tools/unknown", Severity.WARNING, "No tool has this name."),
    /** No entry of a list of tools names a tool, so there is none. */
    TOOLS_UNRESOLVED(
            "tools/unresolved", Severity.WARNING, "No entry of a list of tools names a tool, so there is none."),
    /** A tool stands twice in one list. */
    TOOLS_DUPLICATE("tools/duplicate", Severity.INFO, "A tool stands twice in one list."),
    /** The product never gives this tool to a subagent. */
    TOOLS_NEVER("tools/never", Severity.INFO, "The product never gives this tool to a subagent."),
    /** A limit of a tool holds here, and the product itself ignores it. */
    TOOLS_LIMIT("tools/limit", Severity.INFO, "A limit of a tool holds here, and the product itself ignores it."),
    /** A list of tools is understood, and other readers may not understand it. */
    TOOLS_LENIENT(
            "tools/lenient",
            Severity.WARNING,
            "A list of tools is understood, and other readers may not understand it."),
    /** Tools that are made available are also denied. */
    TOOLS_CONFLICT("tools/conflict", Severity.WARNING, "Tools that are made available are also denied."),
    /** A permission is neither true nor false. */
    PERMISSION_VALUE("permission/value", Severity.ERROR, "A permission is neither true nor false."),
    /** A permission is not known. */
    PERMISSION_KEY("permission/key", Severity.ERROR, "A permission is not known."),
    /** A permission mode is not known. */
    PERMISSION_MODE("permission/mode", Severity.ERROR, "A permission mode is not known."),
    /** A later rule loosens an earlier one; the stricter holds. */
    PERMISSION_ORDER("permission/order", Severity.WARNING, "A later rule loosens an earlier one; the stricter holds."),
    /** A restriction can only be held more strictly than it is written. */
    PERMISSION_INEXACT(
            "permission/inexact", Severity.WARNING, "A restriction can only be held more strictly than it is written."),
    /** A restriction can not be expressed and does not hold. */
    PERMISSION_LOST("permission/lost", Severity.WARNING, "A restriction can not be expressed and does not hold.");

    private final String id;
    private final Severity severity;
    private final String summary;

    DiagnosticCode(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    /** Returns the stable id, {@code family/name}. */
    public String id() {
        return id;
    }

    /** Returns the family, the part of the id before the slash. */
    public String family() {
        return id.substring(0, id.indexOf('/'));
    }

    /** Returns how much a finding of this kind matters unless it says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Returns one sentence that explains the kind. */
    public String summary() {
        return summary;
    }
}
