package dev.cadre.core.definition;

import dev.cadre.core.diagnostic.DiagnosticCode;
import dev.cadre.core.dialect.Dialect;
import dev.cadre.core.source.Node;
import dev.cadre.core.source.Problems;
import dev.cadre.tools.permission.PermissionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads values that are one of a few words. */
final class WordsBinder {

    static final List<String> COLORS = List.of("red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan");
    private static final List<String> THEME_COLORS =
            List.of("primary", "secondary", "accent", "success", "warning", "error", "info");
    private static final List<String> ALIASES = List.of("sonnet", "opus", "haiku", "fable", "inherit");
    static final List<String> EFFORTS = List.of("low", "medium", "high", "xhigh", "max");

    private final Problems problems;
    private final Values values;

    WordsBinder(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /** Returns a colour; one out of the list is kept with a warning. */
    @Nullable
    String color(String key, Node node) {
        return listed(key, node, COLORS);
    }

    /** Returns a colour of opencode; one that is neither hexadecimal nor of its theme is kept with a warning. */
    @Nullable
    String themeColor(String key, Node node) {
        String color = values.text(key, node);
        if (color != null && !color.startsWith("#") && !THEME_COLORS.contains(color)) {
            unknownWord(key, node, color, THEME_COLORS, "opencode does not start with it");
        }
        return color;
    }

    /** Tells a model that is nearly one of Claude Code's aliases. */
    void alias(Node node, String model) {
        String near = ALIASES.contains(model) || !model.chars().allMatch(Character::isLetter)
                ? ""
                : Spelling.nearest(model, ALIASES);
        if (!near.isEmpty()) {
            problems.add(problems.at(
                            node,
                            DiagnosticCode.VALUE_UNKNOWN,
                            "the model \"" + model + "\" is not the alias " + near + "; it is kept as it is")
                    .found(model)
                    .allowed(ALIASES)
                    .advice("did you mean " + near + "?"));
        }
    }

    /** Returns whether models are named by Claude Code's aliases. */
    boolean isClaude(Dialect dialect) {
        return dialect == Dialect.CLAUDE || dialect == Dialect.CLAUDE_JSON || dialect == Dialect.CLAUDE_PLUGIN;
    }

    /** Returns an effort; one out of the list is kept with a warning. */
    @Nullable
    String effort(String key, Node node) {
        return listed(key, node, EFFORTS);
    }

    /** Returns a permission mode; null after reporting any other word. */
    @Nullable
    PermissionMode permissionMode(Node node) {
        String word = values.text("permissionMode", node);
        if (word == null) {
            return null;
        }
        PermissionMode mode = PermissionMode.of(word).orElse(null);
        if (mode == null) {
            String near = Spelling.nearest(word, PermissionMode.words());
            problems.add(problems.at(
                            node,
                            DiagnosticCode.PERMISSION_MODE,
                            "unknown permission mode \"" + word + "\"; expected one of "
                                    + String.join(", ", PermissionMode.words()))
                    .found(word)
                    .allowed(PermissionMode.words())
                    .advice(
                            near.isEmpty()
                                    ? "use one of the modes, or remove the key to inherit"
                                    : "did you mean " + near + "?"));
        }
        return mode;
    }

    /** Returns an isolation; null after reporting any other word. */
    @Nullable
    Isolation isolation(Node node) {
        if ("worktree".equals(values.text("isolation", node))) {
            return Isolation.WORKTREE;
        }
        problems.add(problems.at(
                        node,
                        DiagnosticCode.VALUE_TYPE,
                        "unknown isolation " + Values.quoted(node) + "; expected worktree")
                .found(Values.shown(node))
                .allowed(List.of("worktree"))
                .advice("write worktree, or remove the key"));
        return null;
    }

    /** Returns one of the constants; null after reporting any other word. */
    @Nullable
    <E extends Enum<E>> E constant(String key, Node node, E[] constants) {
        String word = values.text(key, node);
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            String allowed = constant.name().toLowerCase(Locale.ROOT);
            if (allowed.equals(word)) {
                return constant;
            }
            words.add(allowed);
        }
        if (word != null) {
            unknownWord(key, node, word, words, "it counts as absent");
        }
        return null;
    }

    private @Nullable String listed(String key, Node node, List<String> words) {
        String word = values.text(key, node);
        if (word != null && !words.contains(word)) {
            unknownWord(key, node, word, words, "it is kept as it is");
        }
        return word;
    }

    private void unknownWord(String key, Node node, String word, List<String> words, String effect) {
        String near = Spelling.nearest(word, words);
        problems.add(problems.at(node, DiagnosticCode.VALUE_UNKNOWN, "unknown " + key + " \"" + word + "\"; " + effect)
                .found(word)
                .allowed(words)
                .advice(near.isEmpty() ? "use one of " + String.join(", ", words) : "did you mean " + near + "?"));
    }
}
