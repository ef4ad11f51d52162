package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFileTest {

    @TempDir
    Path module;

    @Test
    void acceptsWhatIsCheckedIn() throws IOException {
        Files.writeString(module.resolve("openapi.yaml"), "openapi: 3.0.3\n");
        assertThatCode(() -> contract(false).assertSameAs("openapi: 3.0.3\r\n")).doesNotThrowAnyException();
    }

    @Test
    void refusesAnyDifference() throws IOException {
        Files.writeString(module.resolve("openapi.yaml"), "openapi: 3.0.3\n");
        assertThatThrownBy(() -> contract(false).assertSameAs("openapi: 3.1.0\n"))
                .hasMessageContaining("./suite contracts");
    }

    @Test
    void refusesAnAbsentFile() {
        assertThatThrownBy(() -> contract(false).assertSameAs("openapi: 3.0.3\n"))
                .hasMessageContaining("checked in");
    }

    @Test
    void rewritesWhenAsked() {
        contract(true).assertSameAs("openapi: 3.1.0");
        assertThat(module.resolve("openapi.yaml")).hasContent("openapi: 3.1.0");
    }

    private ContractFile contract(boolean rewrite) {
        return new ContractFile(module.resolve("openapi.yaml"), rewrite);
    }
}
