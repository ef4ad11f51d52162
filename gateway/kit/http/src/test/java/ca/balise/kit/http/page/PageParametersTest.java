package ca.balise.kit.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.balise.kit.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageParametersTest {

    @Test
    void aPageHoldsFiftyUnlessTheCallerSaysOtherwise() {
        assertThat(asking(null).request(null).limit()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "50", "500", "007"})
    void takesALimitFromOneToFiveHundred(String limit) {
        assertThat(asking(limit).request(null).limit()).isEqualTo(Integer.parseInt(limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "501", "-1", "+1", "1.5", "1e2", "ten", "99999999999", "٣"})
    void refusesAnyOtherLimitByItsName(String limit) {
        var problem =
                catchThrowableOfType(ProblemException.class, () -> asking(limit).request(null));
        assertThat(problem.type().status()).isEqualTo(400);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("limit");
            assertThat(violation.code()).isEqualTo("NOT_A_LIMIT");
            assertThat(violation.message().en()).contains("500");
            assertThat(violation.message().fr()).contains("500");
        });
    }

    private static PageParameters asking(String limit) {
        var parameters = new PageParameters();
        parameters.limit = limit;
        return parameters;
    }
}
