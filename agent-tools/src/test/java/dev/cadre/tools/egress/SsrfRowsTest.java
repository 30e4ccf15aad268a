package dev.cadre.tools.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadre.tools.attack.RowTable;
import dev.cadre.tools.fuzz.Seeds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Makes the rows on addresses that a tool must not reach concrete, with names that lead where the rows say. */
class SsrfRowsTest {

    private final EgressGuard guard = EgressGuard.create(SsrfRowsTest::resolve);

    @Test
    void no_address_of_the_rows_is_reached() throws IOException {
        Map<String, String> urls = Seeds.byId("url");
        if (urls.isEmpty()) {
            Assumptions.abort("the collection of attacks is not there");
        }
        List<String> ids = RowTable.read().idsOf(SsrfRowsTest.class);

        assertThat(ids)
                .hasSizeGreaterThan(20)
                .allSatisfy(id -> assertThatThrownBy(
                                () -> guard.check(WebAddress.parse(urls.get(id)).host()))
                        .as(urls.get(id))
                        .isInstanceOf(EgressRefusedException.class));
    }

    private static List<InetAddress> resolve(String name) throws UnknownHostException {
        if (name.endsWith(".nip.io")) {
            return List.of(InetAddress.getByName(name.substring(0, name.length() - ".nip.io".length())));
        }
        InetAddress open = InetAddress.getByName("93.184.216.34");
        return name.startsWith("multi.") ? List.of(open, InetAddress.getByName("10.0.0.1")) : List.of(open);
    }
}
