package dev.cadre.tools.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Knows which addresses belong to machines on the open Internet. The JDK's own questions ({@code isLoopbackAddress} and
 * others) know neither translated addresses nor most ranges.
 *
 * <p>Ranges from IANA's special-purpose registries for IPv4 and IPv6, and from the clouds' pages on their metadata servers.
 * Of IPv6 only global unicast is open, and translated IPv4, which is looked at as IPv4.
 */
public final class AddressTable {

    private static final List<Range> CLOSED4 = List.of(
            Range.of("0.0.0.0/8", "this network"),
            Range.of("10.0.0.0/8", "a private network"),
            Range.of("100.64.0.0/10", "a carrier's network"),
            Range.of("127.0.0.0/8", "this machine"),
            Range.of("169.254.0.0/16", "the local link, where clouds serve metadata"),
            Range.of("172.16.0.0/12", "a private network"),
            Range.of("192.0.0.0/24", "protocol assignments, where clouds serve metadata"),
            Range.of("192.0.2.0/24", "documentation"),
            Range.of("192.31.196.0/24", "AS112"),
            Range.of("192.52.193.0/24", "multicast translation"),
            Range.of("192.88.99.0/24", "6to4 relays"),
            Range.of("192.168.0.0/16", "a private network"),
            Range.of("192.175.48.0/24", "AS112"),
            Range.of("198.18.0.0/15", "benchmarks"),
            Range.of("198.51.100.0/24", "documentation"),
            Range.of("203.0.113.0/24", "documentation"),
            Range.of("168.63.129.16/32", "a cloud's metadata"),
            Range.of("224.0.0.0/4", "multicast"),
            Range.of("240.0.0.0/4", "reserved use or broadcast"));

    private static final List<Range> CLOSED6 = List.of(
            Range.of("2001::/23", "protocol assignments such as Teredo"),
            Range.of("2001:db8::/32", "documentation"),
            Range.of("2002::/16", "6to4, which leads to any IPv4 address"),
            Range.of("2620:4f:8000::/48", "AS112"),
            Range.of("3fff::/20", "documentation"));

    private static final Range GLOBAL6 = Range.of("2000::/3", "");
    private static final Range NAT64 = Range.of("64:ff9b::/96", "");

    private AddressTable() {}

    /** Returns what an address is for if not for a machine on the open Internet; empty if it is open. */
    public static Optional<String> closed(InetAddress address) {
        return closed(address.getAddress());
    }

    private static Optional<String> closed(byte[] address) {
        if (address.length == 4) {
            return find(CLOSED4, address);
        }
        // Translated by a gateway, or written as IPv6 by a program: what counts is the address inside.
        if (NAT64.contains(address) || isMapped(address)) {
            return closed(Arrays.copyOfRange(address, 12, 16));
        }
        if (!GLOBAL6.contains(address)) {
            return Optional.of("a use within machines and networks");
        }
        return find(CLOSED6, address);
    }

    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == -1 && address[11] == -1;
    }

    private static Optional<String> find(List<Range> ranges, byte[] address) {
        return ranges.stream()
                .filter(range -> range.contains(address))
                .map(Range::use)
                .findFirst();
    }

    private record Range(List<Byte> network, int bits, String use) {

        static Range of(String text, String use) {
            int slash = text.indexOf('/');
            String network = text.substring(0, slash);
            byte[] bytes = Addresses.parse4(network)
                    .or(() -> Addresses.parse6(network))
                    .orElseThrow();
            Byte[] boxed = new Byte[bytes.length];
            Arrays.setAll(boxed, i -> bytes[i]);
            return new Range(List.of(boxed), Integer.parseInt(text.substring(slash + 1)), use);
        }

        boolean contains(byte[] address) {
            if (address.length != network.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network.get(bit / 8) & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
