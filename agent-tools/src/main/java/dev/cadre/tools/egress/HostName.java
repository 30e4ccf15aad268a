package dev.cadre.tools.egress;

import dev.cadre.tools.sandbox.VisibleText;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Is the one spelling of a host: a name in lower case without a dot at its end, an IPv4 address of four decimal numbers, or
 * an IPv6 address without brackets.
 *
 * <p>Spellings on which programs disagree, such as {@code 127.1}, {@code 0x7f000001} or {@code 0177.0.0.1}, are refused.
 *
 * @param text the spelling
 * @param isAddress whether it is an address and not a name
 */
public record HostName(String text, boolean isAddress) {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private static final Set<String> LOCAL =
            Set.of("localhost", "local", "internal", "localdomain", "home.arpa", "lan");

    // No such top-level domain is on the open Internet: some are reserved, the others will never be given to anybody.
    private static final Set<String> NEVER_PUBLIC =
            Set.of("example", "test", "invalid", "onion", "alt", "svc", "corp", "home", "mail", "intranet", "private");

    // Whoever writes a name below these chooses its address, mostly one of this machine or its network.
    private static final Set<String> OF_CHOSEN_ADDRESS =
            Set.of("nip.io", "sslip.io", "xip.io", "traefik.me", "localtest.me", "lvh.me", "vcap.me", "lacolhost.com");

    /**
     * Parses a host as it stands in an address, IPv6 in brackets.
     *
     * @throws EgressRefusedException if it is no canonical host, or names this machine or network
     */
    public static HostName parse(String host) {
        if (host.startsWith("[")) {
            return address6(host);
        }
        if (host.chars().anyMatch(c -> c > 0x7e || c <= ' ')) {
            throw refused(host, "write international names in their xn-- form, without blanks or control characters");
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw refused(host, "a host has 1 to " + LONGEST_NAME + " characters");
        }
        List<String> labels = List.of(name.split("\\.", -1));
        if (isNumber(labels.get(labels.size() - 1))) {
            return address4(host, labels);
        }
        for (String label : labels) {
            if (!isLabel(label)) {
                throw refused(host, "\"" + label + "\" is no part of a host name");
            }
        }
        for (String local : LOCAL) {
            if (name.equals(local) || name.endsWith("." + local)) {
                throw refused(host, "it names this machine or a machine of its network");
            }
        }
        return new HostName(name, false);
    }

    private static HostName address4(String host, List<String> parts) {
        boolean canonical = parts.size() == 4
                && parts.stream().allMatch(part -> part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) <= 255);
        if (!canonical) {
            throw refused(host, "an IPv4 address is four decimal numbers, each 0 to 255 without leading zeros");
        }
        return new HostName(String.join(".", parts), true);
    }

    private static HostName address6(String host) {
        Optional<byte[]> bytes = host.endsWith("]") && host.length() <= 48
                ? Addresses.parse6(host.substring(1, host.length() - 1))
                : Optional.empty();
        return bytes.map(value -> new HostName(Addresses.of(value).getHostAddress(), true))
                .orElseThrow(() -> refused(host, "this is no IPv6 address; zones are not allowed"));
    }

    private static boolean isNumber(String label) {
        return label.matches("[0-9]+|0[xX][0-9a-fA-F]*");
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }

    private static EgressRefusedException refused(String host, String reason) {
        return new EgressRefusedException("the host \"" + shown(host) + "\" is refused: " + reason);
    }

    private static String shown(String host) {
        String cut = host.length() > 100 ? host.substring(0, 100) + "…" : host;
        return VisibleText.of(cut);
    }

    /**
     * Refuses a host that is known to be off the open Internet without asking anybody for its addresses.
     *
     * @throws EgressRefusedException if it is such a host; the message says why
     */
    public void requireOpen() {
        if (isAddress) {
            AddressTable.closed(address()).ifPresent(use -> {
                throw refused(text, "it is for " + use + ", not on the open Internet");
            });
            return;
        }
        if (text.indexOf('.') < 0 || NEVER_PUBLIC.contains(text.substring(text.lastIndexOf('.') + 1))) {
            throw refused(text, "no host of the open Internet has such a name");
        }
        for (String service : OF_CHOSEN_ADDRESS) {
            if (text.equals(service) || text.endsWith("." + service)) {
                throw refused(text, "names below " + service + " stand for any address that their author likes");
            }
        }
    }

    /** Returns the address that it is, which it must be. */
    InetAddress address() {
        return Addresses.of(
                Addresses.parse4(text).or(() -> Addresses.parse6(text)).orElseThrow());
    }

    /** Returns the spelling inside an address, IPv6 in brackets. */
    public String inUrl() {
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
