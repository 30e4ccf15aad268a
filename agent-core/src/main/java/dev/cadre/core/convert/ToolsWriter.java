package dev.cadre.core.convert;

import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.format.Meaning;
import dev.cadre.core.format.ToolWords;
import dev.cadre.core.format.WrittenWords;
import dev.cadre.tools.permission.PermissionRule;
import dev.cadre.tools.permission.ToolNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes which tools are available; a tool that can't be named alone is left out and reported. */
final class ToolsWriter {

    private final Writing writing;
    private final Dialect dialect;

    ToolsWriter(Writing writing) {
        this.writing = writing;
        this.dialect = writing.dialect();
    }

    /** Writes a list of tools in the shape of the dialect. */
    void write(List<PermissionRule> available) {
        List<PermissionRule> tools = withoutDenied(available);
        if (dialect == Dialect.ROO) {
            writing.put(Meaning.GROUPS, "the tools", words("the tool ", tools));
        } else if (dialect == Dialect.OPENCODE) {
            // A tool that is switched on takes nothing from the others; the last match wins there.
            Map<String, Object> switches = new LinkedHashMap<>();
            switches.put("*", false);
            words("the tool ", tools).forEach(word -> switches.put(word, true));
            writing.put(Meaning.TOOLS, "the tools", switches);
        } else if (writing.has(Meaning.TOOLS)) {
            writing.put(Meaning.TOOLS, "the list of tools", words("the tool ", tools));
        } else {
            writing.losses().add("the list of tools can not be expressed");
        }
    }

    /** Writes that all tools are inherited, which is said by silence but in Roo Code, where silence is none. */
    void writeAll() {
        if (dialect == Dialect.ROO) {
            writing.losses().add("the tools are inherited, which can not be expressed; all groups are named instead");
            write(WrittenWords.all(dialect).stream().map(PermissionRule::parse).toList());
        }
    }

    // Where nothing can be denied, what is denied is not listed.
    private List<PermissionRule> withoutDenied(List<PermissionRule> available) {
        if (writing.has(Meaning.DISALLOWED_TOOLS)
                || writing.has(Meaning.ACTIONS)
                || writing.has(Meaning.CAPABILITY_RULES)) {
            return available;
        }
        Set<String> whole = Denials.whole(Denials.of(writing.definition()));
        List<PermissionRule> left = new ArrayList<>();
        for (PermissionRule rule : available) {
            if (whole.contains(rule.tool())) {
                writing.losses().add("the tool " + rule + " is left out, because it is denied");
            } else {
                left.add(rule);
            }
        }
        return left;
    }

    /** Returns words that grant no more than these rules; what is left out is reported as such a thing. */
    List<String> words(String what, List<PermissionRule> rules) {
        Set<String> whole = new LinkedHashSet<>();
        List<String> scoped = new ArrayList<>();
        for (PermissionRule rule : rules) {
            boolean unknown = isUnknown(rule.tool());
            if (unknown && !ToolWords.granted(dialect, rule.tool()).equals(List.of(rule.tool()))) {
                writing.losses().add(what + rule + " grants nothing, but would there; it is left out");
            } else if (rule.specifier().isEmpty()) {
                whole.add(rule.tool());
            } else if (writing.isClaudeLike()) {
                scoped.add(Denials.spelled(rule.tool(), rule));
            } else {
                writing.losses().add(what + rule + " is left out, because its limit can not be expressed");
            }
        }
        WrittenWords.Cover cover = WrittenWords.cover(dialect, whole);
        cover.left().forEach(tool -> writing.losses().add(what + tool + " is left out, because " + why(tool)));
        writing.tellLimits(scoped);
        List<String> words = new ArrayList<>(cover.words());
        words.addAll(scoped);
        return words;
    }

    private String why(String tool) {
        if (dialect == Dialect.ROO) {
            return "only whole groups can be named";
        }
        String word = WrittenWords.denying(dialect, tool);
        List<String> granted = WrittenWords.grantedBy(dialect, word);
        if (granted.size() > 1) {
            return "the word \"" + word + "\" grants " + String.join(", ", granted);
        }
        return WrittenWords.isStrict(dialect)
                ? "a file that names it is refused there"
                : "no word there means exactly it";
    }

    private static boolean isUnknown(String tool) {
        return !ToolNames.isKnown(tool) && !tool.startsWith("mcp__") && tool.indexOf('*') < 0;
    }
}
