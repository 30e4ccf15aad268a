package dev.cadre.llm.anthropic;

import com.anthropic.models.messages.Model;
import dev.cadre.llm.RequestOptions.Effort;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the names of Claude models, and which way of asking for more thought a model understands. */
final class ClaudeModels {

    private static final Map<String, Model> ALIASES = Map.of(
            "fable", Model.CLAUDE_FABLE_5_2,
            "haiku", Model.CLAUDE_HAIKU_5_5,
            "opus", Model.CLAUDE_OPUS_5_5,
            "sonnet", Model.CLAUDE_SONNET_5_5);

    private static final Pattern ID = Pattern.compile("claude-(\\p{Lower}+)-(\\d{1,2})(?:-(\\d{1,2}))?(?:-\\d{8})?");
    private static final Pattern OLD_ID = Pattern.compile("claude-\\d.*");

    private ClaudeModels() {}

    /** The ways in which models take a wish for more thought. */
    enum Thought {
        /** The model decides how long to think, guided by the effort. */
        ADAPTIVE,
        /** The model takes an effort, but thinks only within a budget that it was given. */
        EFFORT_ONLY,
        /** The model thinks within a budget of tokens. */
        BUDGET
    }

    /** Returns the id for an alias or an id of Anthropic's; empty for a name of somebody else's. */
    static Optional<String> resolve(String name) {
        String id = name.strip().toLowerCase(Locale.ROOT);
        if (id.startsWith("anthropic/")) {
            id = id.substring("anthropic/".length());
        }
        Model alias = ALIASES.get(id);
        if (alias != null) {
            return Optional.of(alias.asString());
        }
        return id.startsWith("claude-") ? Optional.of(id) : Optional.empty();
    }

    /** Returns how a model is asked; one that is not known is taken as newer than this code. */
    static Thought thought(String id) {
        if (OLD_ID.matcher(id).matches()) {
            return Thought.BUDGET;
        }
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Thought.ADAPTIVE;
        }
        int version = version(matcher);
        if (version >= 46) {
            return Thought.ADAPTIVE;
        }
        return version == 45 && matcher.group(1).equals("opus") ? Thought.EFFORT_ONLY : Thought.BUDGET;
    }

    /** Returns the nearest effort that a model knows, as the wire spells it. */
    static String effort(String id, Effort wanted) {
        Matcher matcher = ID.matcher(id);
        int version = matcher.matches() ? version(matcher) : Integer.MAX_VALUE;
        if (version <= 45 && wanted == Effort.MAX) {
            return Effort.HIGH.word();
        }
        return version <= 46 && wanted == Effort.XHIGH ? Effort.HIGH.word() : wanted.word();
    }

    private static int version(Matcher matcher) {
        String minor = matcher.group(3);
        return Integer.parseInt(matcher.group(2)) * 10 + (minor == null ? 0 : Integer.parseInt(minor));
    }
}
