package dev.cadre.tools.egress;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Is a list of hosts: {@code example.com} is that host, {@code *.example.com} all below it but not itself. Immutable. */
public final class DomainList {

    private final List<String> domains;

    private DomainList(List<String> domains) {
        this.domains = Json.list(domains);
    }

    /**
     * Parses a list.
     *
     * @throws EgressRefusedException if an entry is no host name
     */
    public static DomainList of(List<String> domains) {
        List<String> parsed = new ArrayList<>();
        for (String domain : domains) {
            boolean below = domain.startsWith("*.");
            HostName host = HostName.parse(below ? domain.substring(2).toLowerCase(Locale.ROOT) : domain);
            parsed.add((below ? "." : "") + host);
        }
        return new DomainList(parsed);
    }

    /** Returns whether a host is in the list. */
    public boolean contains(HostName host) {
        return domains.stream()
                .anyMatch(domain -> domain.startsWith(".")
                        ? !host.isAddress() && host.text().endsWith(domain)
                        : host.text().equals(domain));
    }
}
