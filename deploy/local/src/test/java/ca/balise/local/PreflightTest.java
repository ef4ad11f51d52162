package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
    @Test
    void readsWhatMemoryIsAvailable() {
        assertThat(Preflight.availableMiB("MemTotal:  24683520 kB\nMemFree: 100 kB\nMemAvailable:   3072000 kB\n"))
                .isEqualTo(3000);
    }

    @Test
    void refusesToStartWithTooLittleMemory() {
        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> Preflight.checkMemory(2000, 1999))
                .withMessageStartingWith(
                        "too little memory: the suite needs about 2000 MiB and 1999 MiB are available");
    }

    @Test
    void startsWithJustEnoughMemory() {
        assertThatCode(() -> Preflight.checkMemory(2000, 2000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void namesATakenPortAndWhoWantsIt(String address) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
            assertThatExceptionOfType(SuiteFailure.class)
                    .isThrownBy(() -> Preflight.checkPort("BALISE_SOCIALMEDIA_MANAGEMENT_PORT", taken.getLocalPort()))
                    .withMessage("port " + taken.getLocalPort()
                            + " is taken, and socialmedia (health and metrics) needs it: end the program that listens"
                            + " there, or give another with BALISE_SOCIALMEDIA_MANAGEMENT_PORT");
        }
    }

    @Test
    void passesAFreePort() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }

        assertThatCode(() -> Preflight.checkPort("BALISE_KEYCLOAK_PORT", free)).doesNotThrowAnyException();
    }
}
