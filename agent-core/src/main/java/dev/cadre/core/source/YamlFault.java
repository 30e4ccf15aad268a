package dev.cadre.core.source;

import java.util.List;

/**
 * Says in plain words what the YAML parser found wrong, and what to do.
 *
 * @param heard a part of the parser's own words
 * @param problem the problem; empty for the parser's own words
 * @param advice what to do
 */
record YamlFault(String heard, String problem, String advice) {

    /** What stands in a value that has to be quoted. */
    static final String COLON = "a colon and a blank stand in a value without quotes";

    private static final String QUOTE = "quote values that hold \": \", \" #\" or start with a special character";

    // The first that was heard counts.
    private static final List<YamlFault> ALL = List.of(
            new YamlFault(
                    "character '\\t(TAB)'",
                    "a tab stands where YAML takes only blanks",
                    "write blanks instead of the tab"),
            new YamlFault(
                    "mapping values are not allowed here",
                    COLON,
                    "put the value in quotes; if a key follows there, start it at the start of its line"),
            new YamlFault(
                    "could not find expected ':'",
                    "a line is neither a key with its colon nor a part of the value above",
                    "write \"key: value\", or quote the text above together with this line"),
            new YamlFault(
                    "expected ',' or ']'", "a list starts with [ and does not end", "write a ] behind the last item"),
            new YamlFault(
                    "expected ',' or '}'", "a map starts with { and does not end", "write a } behind the last value"),
            new YamlFault(
                    "unexpected end of stream",
                    "a quotation mark opens and none closes",
                    "write the closing quotation mark"),
            new YamlFault(
                    "expected <block end>, but found '<scalar>'",
                    "something stands behind the closing quotation mark or bracket",
                    "put all of the value in quotes"),
            new YamlFault(
                    "expected <block end>, but found ','",
                    "a comma stands behind the closing quotation mark or bracket",
                    "put all of the value in one pair of quotes, or in [ ] for a list"),
            new YamlFault(
                    "escape",
                    "a backslash in double quotes starts no escape that there is",
                    "use single quotes, in which a backslash is a backslash"),
            new YamlFault(
                    "unexpected character found",
                    "a value can't start with an asterisk, which calls for an alias",
                    "put the value in quotes"));

    /** Returns the fault that a message of the parser tells. */
    static YamlFault of(String message) {
        for (YamlFault fault : ALL) {
            if (message.contains(fault.heard)) {
                return fault;
            }
        }
        return new YamlFault(message, message, QUOTE);
    }

    /** Returns the advice for a problem in the words that {@link #of} gives. */
    static String advice(String problem) {
        return ALL.stream()
                .filter(fault -> fault.problem.equals(problem))
                .map(YamlFault::advice)
                .findFirst()
                .orElse(QUOTE);
    }
}
