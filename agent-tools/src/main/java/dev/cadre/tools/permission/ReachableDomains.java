package dev.cadre.tools.permission;

import dev.cadre.llm.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which hosts commands may reach, as rules on {@code WebFetch(domain:…)} tell: what is fetched without asking may be
 * reached, and what is denied or asks may not, since nobody can be asked in the middle of a command.
 *
 * @param extent whether a rule limits the hosts at all
 * @param allowed the only hosts, where rules limit them; else empty
 * @param denied hosts that may not be reached in any case
 */
public record ReachableDomains(Extent extent, List<String> allowed, List<String> denied) {

    /** Says whether the hosts are limited. */
    public enum Extent {
        /** Every host but the denied ones. */
        EVERY_HOST,
        /** Those that are listed, which may be none. */
        LISTED
    }

    /** Copies the lists. */
    public ReachableDomains {
        allowed = Json.list(allowed);
        denied = Json.list(denied);
    }

    static ReachableDomains of(Rulebook rulebook) {
        Optional<List<String>> allowed =
                list(rulebook.allow().entries().stream().map(Rulebook.Entry::rule));
        for (Rulebook.Selection selection : rulebook.selections()) {
            Optional<List<String>> selected = list(selection.entries().stream());
            allowed = allowed.isPresent() && selected.isPresent()
                    ? Optional.of(both(allowed.get(), selected.get()))
                    : allowed.or(() -> selected);
        }
        Set<String> denied = new LinkedHashSet<>();
        Stream.concat(rulebook.deny().entries().stream(), rulebook.ask().entries().stream())
                .flatMap(entry -> domain(entry.rule()).stream())
                .forEach(denied::add);
        Extent extent = allowed.isPresent() ? Extent.LISTED : Extent.EVERY_HOST;
        return new ReachableDomains(extent, allowed.orElse(List.of()), new ArrayList<>(denied));
    }

    /** Returns the hosts of rules for WebFetch; empty if there is none, or one that means every host. */
    private static Optional<List<String>> list(Stream<PermissionRule> rules) {
        List<PermissionRule> fetching =
                rules.filter(rule -> rule.meansTool("WebFetch")).toList();
        boolean isLimited = !fetching.isEmpty()
                && fetching.stream().allMatch(rule -> domain(rule).isPresent());
        return isLimited
                ? Optional.of(
                        fetching.stream().flatMap(rule -> domain(rule).stream()).toList())
                : Optional.empty();
    }

    private static Optional<String> domain(PermissionRule rule) {
        return rule.meaning().orElse(null) instanceof Specifier.Domain meaning
                ? Optional.of(meaning.pattern().text())
                : Optional.empty();
    }

    /** Returns what both lists mean; of two patterns that overlap without one holding the other, nothing. */
    private static List<String> both(List<String> first, List<String> second) {
        Set<String> both = new LinkedHashSet<>();
        for (String one : first) {
            for (String other : second) {
                if (holds(one, other)) {
                    both.add(other);
                } else if (holds(other, one)) {
                    both.add(one);
                }
            }
        }
        return new ArrayList<>(both);
    }

    private static boolean holds(String wide, String narrow) {
        boolean isBelow = wide.startsWith("*.") && wide.indexOf('*', 1) < 0;
        return wide.equals(narrow) || (isBelow && narrow.endsWith(wide.substring(1)));
    }
}
