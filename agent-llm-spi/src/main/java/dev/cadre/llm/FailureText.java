package dev.cadre.llm;

import java.util.regex.Pattern;

/**
 * Makes what a service said fit for the message of an {@link LlmException}, for providers: services repeat keys in their
 * errors, and addresses may hold them.
 *
 * <pre>{@code
 * throw new LlmRequestException("Acme refuses the request: " + FailureText.line(said, apiKey), null);
 * }</pre>
 */
public final class FailureText {

    /** The longest line, in characters. */
    public static final int MAX_LENGTH = 300;

    private static final int MAX_READ = 10_000;
    private static final String MASK = "[key]";

    /** Shapes of usual keys and tokens, also where a service masks a part of them itself. */
    private static final Pattern KEY_LIKE = Pattern.compile("\\b(?:sk|pk|gsk|xai|org)[-_][\\w*-]{4,}"
            + "|\\bAKIA[0-9A-Z]{12,}"
            + "|\\bAIza[\\w-]{20,}"
            + "|\\bgh[pousr]_\\w{20,}"
            + "|(?<=[Bb]earer )[\\w.~+/=*-]{8,}");

    private FailureText() {}

    /**
     * Returns a text as one line of at most {@value #MAX_LENGTH} characters, without the key and what has the shape of one.
     *
     * @param text what the service said
     * @param key the key of the call; empty if there is none, or nobody knows it
     */
    public static String line(String text, String key) {
        String read = text.length() <= MAX_READ ? text : text.substring(0, MAX_READ);
        String known = key.isEmpty() ? read : read.replace(key, MASK);
        String line =
                KEY_LIKE.matcher(known).replaceAll(MASK).replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }

    /** Returns an address as a message may show it: without user, password, query and fragment. */
    public static String address(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
    }
}
