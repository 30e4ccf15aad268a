package dev.cadre.tools.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. Implementations must be thread-safe; what they return is checked, not trusted. */
@FunctionalInterface
public interface HostResolver {

    /** Returns all addresses of a name, at least one. */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** Returns the resolver of the system. */
    static HostResolver system() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
