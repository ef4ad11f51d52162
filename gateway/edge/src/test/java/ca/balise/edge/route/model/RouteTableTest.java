package ca.balise.edge.route.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final Route DEID = route("deid", "/deid");
    private static final RouteTable TABLE = new RouteTable(List.of(DEID, route("genai-registry", "/genai-registry")));

    @ParameterizedTest
    @ValueSource(strings = {"/deid", "/deid/", "/deid/v1/scores", "/deid/genai-registry"})
    void findsTheRouteWhosePrefixIsTheFirstSegment(String path) {
        assertThat(TABLE.find(path)).contains(DEID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/deidentify",
                "/deidentify/v1",
                "/dei",
                "/DEID/v1",
                "/v1/deid",
                "/genai",
                "/deid.",
                "/deid?",
                "/q/health"
            })
    void findsNoRouteForAnotherSegment(String path) {
        assertThat(TABLE.find(path)).isEmpty();
    }

    @Test
    void refusesTwoRoutesWithOnePrefix() {
        assertThatThrownBy(() -> new RouteTable(List.of(DEID, route("other", "/deid"))))
                .hasMessageContaining("share the prefix /deid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deid",
                "/",
                "/deid/",
                "/deid/v1",
                "/Deid",
                "/de id",
                "/-deid",
                "/d..d",
                "/d%65id",
                "/q",
                "/docs",
                ""
            })
    void refusesAPrefixThatIsNotOnePlainSegmentOfAServicesOwn(String prefix) {
        assertThatThrownBy(() -> route("deid", prefix)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "host:80",
                "http://host/deid",
                "http://user@host",
                "http://host?a=b",
                "http://host#a",
                "/deid"
            })
    void refusesAnAddressThatIsMoreOrLessThanAnOrigin(String address) {
        assertThatThrownBy(() -> Route.of("deid", "/deid", URI.create(address), "deid"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("route deid");
    }

    @Test
    void refusesARouteWithoutAudience() {
        assertThatThrownBy(() -> Route.of("deid", "/deid", URI.create("http://host"), " "))
                .hasMessageContaining("audience");
    }

    @ParameterizedTest
    @CsvSource({
        "http://deid, deid, 80, false",
        "https://deid/, deid, 443, true",
        "http://127.0.0.1:8081, 127.0.0.1, 8081, false",
        "https://deid.suite.svc:8443, deid.suite.svc, 8443, true"
    })
    void readsHostPortAndSchemeFromTheAddress(URI address, String host, int port, boolean secure) {
        assertThat(Route.of("deid", "/deid", address, "deid"))
                .isEqualTo(new Route("deid", "/deid", host, port, secure, "deid"));
    }

    private static Route route(String name, String prefix) {
        return Route.of(name, prefix, URI.create("http://127.0.0.1:1"), name);
    }
}
