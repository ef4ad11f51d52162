package ca.balise.kit.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenyByDefaultTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deid/v1",
                "/deid/v1/",
                "/deid/v1/scores",
                "/deid/v1/invented/by/a/stranger",
                "//deid//v1//scores",
                "/deid/v1;a=b/scores",
                "/deid;a/v1/scores",
                "/deid/v1/publicity",
                "/deid/v1/public;a/accounts",
            })
    void guards(String path) {
        assertThat(DenyByDefault.isGuarded(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/deid", "/deid/openapi", "/deid/v1/public", "/deid/v1/public/accounts", "/docs", "/v1"})
    void leavesOpen(String path) {
        assertThat(DenyByDefault.isGuarded(path)).isFalse();
    }
}
