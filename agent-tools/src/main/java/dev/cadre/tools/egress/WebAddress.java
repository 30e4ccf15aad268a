package dev.cadre.tools.egress;

import dev.cadre.tools.sandbox.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Is an address of the web, parsed once; everything that decides or connects uses these parts and never the text.
 *
 * @param isSecure whether it is https
 * @param host its one spelling
 * @param port always said
 * @param target path and query as a request sends them, never empty
 */
public record WebAddress(boolean isSecure, HostName host, int port, String target) {

    private static final int LONGEST = 8 * 1024;

    /**
     * Parses an absolute address of http or https; a fragment is dropped.
     *
     * @throws EgressRefusedException if it is malformed or ambiguous, of another scheme, holds a user name, or says a port
     *     other than that of its scheme
     */
    public static WebAddress parse(String text) {
        if (text.length() > LONGEST) {
            throw refused(text, "it has more than " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == '\\')) {
            throw refused(text, "blanks, control characters and backslashes must be percent-encoded");
        }
        URI uri = uri(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(text, "only https and http addresses can be fetched");
        }
        String authority = uri.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            throw refused(text, "it has no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw refused(text, "an address may hold no user name or password");
        }
        boolean secure = scheme.equals("https");
        return new WebAddress(secure, HostName.parse(hostOf(authority)), port(text, authority, secure), target(uri));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.isOpaque()) {
                throw refused(text, "only https and http addresses can be fetched");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw refused(text, "it is malformed: " + e.getReason());
        } catch (NumberFormatException e) {
            // The JDK lets it out where an IPv6 address ends in too long a number.
            throw refused(text, "it is malformed: a number in its host is too large");
        }
    }

    private static String hostOf(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        return end <= 0 ? authority : authority.substring(0, end);
    }

    private static int port(String text, String authority, boolean secure) {
        String rest = authority.substring(hostOf(authority).length());
        int usual = secure ? 443 : 80;
        if (rest.isEmpty() || rest.equals(":") || rest.equals(":" + usual)) {
            return usual;
        }
        throw refused(text, "only the ports 443 for https and 80 for http can be reached");
    }

    private static String target(URI uri) {
        // Non-ASCII characters are percent-encoded as UTF-8.
        String path = URI.create(uri.toASCIIString()).getRawPath();
        String query = URI.create(uri.toASCIIString()).getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static EgressRefusedException refused(String text, String reason) {
        String cut = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return new EgressRefusedException("the address \"" + VisibleText.of(cut) + "\" is refused: " + reason);
    }

    /** Returns the same address with https and its port. */
    public WebAddress secure() {
        return new WebAddress(true, host, 443, target);
    }

    /**
     * Returns the address to which a {@code Location} leads from here.
     *
     * @throws EgressRefusedException as {@link #parse} does
     */
    public WebAddress resolve(String location) {
        try {
            return parse(new URI(toString()).resolve(new URI(location)).toString());
        } catch (URISyntaxException | NumberFormatException e) {
            throw refused(location, "a redirect leads there, but it is malformed: " + e.getMessage());
        }
    }

    /** Returns the canonical text. */
    @Override
    public String toString() {
        return (isSecure ? "https://" : "http://") + host.inUrl() + target;
    }
}
