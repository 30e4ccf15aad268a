package dev.cadre.tools.egress;

import dev.cadre.llm.Json;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Decides to which machines a connection may be opened. Immutable and thread-safe. */
public final class EgressGuard {

    private final HostResolver resolver;

    private EgressGuard(HostResolver resolver) {
        this.resolver = resolver;
    }

    /** Makes a guard that asks the system for the addresses of names. */
    public static EgressGuard create() {
        return new EgressGuard(HostResolver.system());
    }

    /** Makes a guard that asks another resolver. */
    public static EgressGuard create(HostResolver resolver) {
        return new EgressGuard(resolver);
    }

    /**
     * Returns the addresses to which a connection may be opened: connect to one of these, and never resolve again. If only
     * one of a host's addresses is not on the open Internet, none may be used: an attacker would wait for it.
     *
     * @throws EgressRefusedException if an address is closed; the message says which and why
     * @throws UnknownHostException if the name has no address
     */
    public List<InetAddress> check(HostName host) throws UnknownHostException {
        List<InetAddress> addresses = host.isAddress() ? List.of(host.address()) : resolver.resolve(host.text());
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host.text());
        }
        for (InetAddress address : addresses) {
            Optional<String> use = AddressTable.closed(address);
            if (use.isPresent()) {
                throw new EgressRefusedException("the host \"" + host + "\" is refused: its address "
                        + address.getHostAddress() + " is for " + use.get() + ", not on the open Internet");
            }
        }
        return Json.list(addresses);
    }
}
