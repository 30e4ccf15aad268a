package dev.cadre.tools.audit;

import com.google.re2j.Pattern;
import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of values: those that were named, and what looks like one by its form. Long texts are cut; the hash of
 * the call stands for the whole.
 */
public final class Redaction {

    private static final String MARK = "[redacted]";
    private static final int LONGEST = 2000;

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)"),
            Pattern.compile("\\b(sk|rk|pk)[-_][A-Za-z0-9_-]{16,}"),
            Pattern.compile("\\b(gh[pousr]|github_pat|glpat|xox[abprs])[-_][A-Za-z0-9_-]{10,}"),
            Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("\\bAIza[A-Za-z0-9_-]{30,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"));

    private static final String NAMES = "(?:password|passwd|passphrase|secret|token|api[_-]?key|authorization|cookie)";

    private static final Pattern NAME = Pattern.compile("(?i)" + NAMES);

    // The first group stays.
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{8,}"),
            Pattern.compile("(?i)((?:" + NAMES + "[a-z0-9_-]{0,40}[\"']?\\s*[=:]|--[a-z0-9-]{0,40}" + NAMES
                    + "[a-z0-9-]{0,40}\\s)\\s*)(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+)"),
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^/\\s:@]+:[^/\\s@]+@"));

    private final List<String> secrets;

    /** Makes the redaction of these values and of known forms. */
    public Redaction(List<String> secrets) {
        this.secrets = Json.list(secrets);
    }

    /** Returns an input without secrets. */
    public Map<String, Object> of(Map<String, Object> input) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        input.forEach((key, value) -> copy.put(text(key), member(key, value)));
        return Json.object(copy);
    }

    private @Nullable Object member(String name, @Nullable Object value) {
        return value instanceof String && NAME.matcher(name).find() ? MARK : value(value);
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            members.forEach((key, member) -> copy.put(text(String.valueOf(key)), member(String.valueOf(key), member)));
            return copy;
        }
        if (value instanceof List<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>();
            elements.forEach(element -> copy.add(value(element)));
            return copy;
        }
        return value;
    }

    /** Returns a text without secrets. */
    String text(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MARK);
        }
        for (Pattern form : FORMS) {
            clean = form.matcher(clean).replaceAll(MARK);
        }
        for (Pattern named : NAMED) {
            clean = named.matcher(clean).replaceAll("$1" + MARK);
        }
        return clean.length() <= LONGEST
                ? clean
                : clean.substring(0, LONGEST) + "… (" + (clean.length() - LONGEST) + " characters more)";
    }
}
