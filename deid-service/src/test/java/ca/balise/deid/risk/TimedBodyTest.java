package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.balise.deid.DeidProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimedBodyTest {

    @Test
    void passesABodyOnThatComesInTime() throws IOException {
        var body = new TimedBody(new ByteArrayInputStream(new byte[] {1, 2, 3}), Duration.ofMinutes(1));
        assertThat(body.read()).isEqualTo(1);
        assertThat(body.readAllBytes()).containsExactly(2, 3);
    }

    /** Such as the lines before a header, or before the first part of a form, of which nothing is ever counted. */
    @Test
    @Timeout(30)
    void endsABodyThatNeverDoes() {
        var body = new TimedBody(new EndlessLines(), Duration.ofMillis(50));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(DeidProblem.SCORE_TOOK_TOO_LONG));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(body::read);
    }

    private static final class EndlessLines extends InputStream {

        @Override
        public int read() {
            return '\n';
        }
    }
}
