package dev.cadre.tools.permission;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Matches the host of an address: {@code example.com} is that host, {@code *.example.com} all below it at any depth but
 * not itself; another {@code *} stays within one label.
 */
final class DomainPattern {

    private final String text;
    private final String suffix;
    private final String[] labels;

    private DomainPattern(String text, String suffix, String[] labels) {
        this.text = text;
        this.suffix = suffix;
        this.labels = labels;
    }

    static DomainPattern compile(String pattern) {
        String host = pattern.strip().toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean isHost = !host.isEmpty()
                && host.codePoints()
                        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "-._*:[]".indexOf(c) >= 0));
        if (!isHost) {
            throw new IllegalArgumentException(
                    "expected a host name such as domain:example.com or domain:*.example.com;"
                            + " no scheme, no path, and internationalized names in their xn-- form");
        }
        return new DomainPattern(host, host.startsWith("*.") ? host.substring(1) : "", host.split("\\.", -1));
    }

    /** Returns the pattern in lower case. */
    String text() {
        return text;
    }

    /** Returns whether an approval means an address; one whose host is not in canonical form is never meant. */
    boolean covers(String url) {
        return host(url).filter(host -> !host.endsWith(".") && matches(host)).isPresent();
    }

    /** Returns whether a restriction may mean an address; one whose host can't be told may always be. */
    boolean touches(String url) {
        return host(url)
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
                .map(this::matches)
                .orElse(true);
    }

    private boolean matches(String host) {
        if (!suffix.isEmpty() && suffix.indexOf('*') < 0) {
            return host.length() > suffix.length() && host.endsWith(suffix);
        }
        String[] found = host.split("\\.", -1);
        if (found.length != labels.length) {
            return false;
        }
        for (int i = 0; i < labels.length; i++) {
            if (!Glob.compile(labels[i]).matches(found[i])) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> host(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            if (host == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            return Optional.of(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
