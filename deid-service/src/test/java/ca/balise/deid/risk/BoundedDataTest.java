package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedDataTest {

    @Test
    void passesOnWhatIsWithinTheLimit() throws IOException {
        assertThat(data(4).readAllBytes()).hasSize(4);
        assertThat(data(4).read()).isEqualTo('d');
    }

    @Test
    void refusesTheFirstByteBeyond() throws IOException {
        assertThatThrownBy(() -> data(3).readAllBytes()).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(413);
            assertThat(problem.detail().en()).contains("Prefer: respond-async");
            assertThat(problem.detail().fr()).contains("Prefer: respond-async");
        });
    }

    private static BoundedData data(int limit) {
        return new BoundedData(new ByteArrayInputStream("data".getBytes(StandardCharsets.US_ASCII)), limit);
    }
}
