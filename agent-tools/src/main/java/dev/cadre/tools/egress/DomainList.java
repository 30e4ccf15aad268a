package dev.cadre.tools.egress;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says which hosts may be reached: those of a list, or any where the list is empty, less those of another list. In both,
 * {@code example.com} is that host, {@code *.example.com} all below it but not itself; another {@code *} stays within one
 * label. Immutable.
 */
public final class DomainList {

    private final List<String> allowed;
    private final List<String> denied;

    private DomainList(List<String> allowed, List<String> denied) {
        this.allowed = Json.list(allowed);
        this.denied = Json.list(denied);
    }

    /**
     * Parses the lists.
     *
     * @throws EgressRefusedException if an entry can mean no host
     */
    public static DomainList of(List<String> allowed, List<String> denied) {
        return new DomainList(parsed(allowed), parsed(denied));
    }

    private static List<String> parsed(List<String> domains) {
        List<String> parsed = new ArrayList<>();
        for (String domain : domains) {
            boolean below = domain.startsWith("*.");
            String name = below ? domain.substring(2).toLowerCase(Locale.ROOT) : domain;
            if (name.indexOf('*') >= 0) {
                // A star is checked as if it were a letter.
                HostName.parse(name.replace('*', 'x'));
                parsed.add(domain.toLowerCase(Locale.ROOT));
            } else {
                parsed.add((below ? "*." : "") + HostName.parse(name));
            }
        }
        return parsed;
    }

    /** Returns whether an entry can mean a host at all; one that can't, such as {@code localhost}, changes nothing. */
    public static boolean isDomain(String entry) {
        try {
            parsed(List.of(entry));
            return true;
        } catch (EgressRefusedException e) {
            return false;
        }
    }

    /** Returns whether a host may be reached. */
    public boolean contains(HostName host) {
        return denied.stream().noneMatch(domain -> means(domain, host))
                && (allowed.isEmpty() || allowed.stream().anyMatch(domain -> means(domain, host)));
    }

    private static boolean means(String domain, HostName host) {
        if (host.isAddress() || domain.indexOf('*') < 0) {
            return host.text().equals(domain);
        }
        if (domain.startsWith("*.") && domain.indexOf('*', 1) < 0) {
            return host.text().endsWith(domain.substring(1));
        }
        String[] wanted = domain.split("\\.", -1);
        String[] found = host.text().split("\\.", -1);
        if (wanted.length != found.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!meansLabel(wanted[i], found[i])) {
                return false;
            }
        }
        return true;
    }

    /** Matches the parts between stars from left to right; the first part is at the beginning, the last at the end. */
    private static boolean meansLabel(String wanted, String found) {
        String[] parts = wanted.split("\\*", -1);
        if (parts.length == 1) {
            return wanted.equals(found);
        }
        String last = parts[parts.length - 1];
        int at = parts[0].length();
        if (!found.startsWith(parts[0]) || found.length() < at + last.length() || !found.endsWith(last)) {
            return false;
        }
        int end = found.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int next = found.indexOf(parts[i], at);
            if (next < 0 || next + parts[i].length() > end) {
                return false;
            }
            at = next + parts[i].length();
        }
        return true;
    }
}
