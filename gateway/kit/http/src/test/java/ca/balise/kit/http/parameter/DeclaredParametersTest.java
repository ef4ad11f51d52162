package ca.balise.kit.http.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.PageParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class DeclaredParametersTest {

    @Test
    void knowsThoseOfTheMethodOfItsBeansAndOfItsListing() {
        assertThat(of("list"))
                .isEqualTo(Map.of(
                        "limit", false, "after", false, "sort", false, "kind", true, "due", false, "tag", true, "own",
                        false, "inner", false));
    }

    @Test
    void knowsNoneWhereNoneIsDeclared() {
        assertThat(of("read")).isEmpty();
    }

    private static Map<String, Boolean> of(String method) {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(declared -> declared.getName().equals(method))
                .map(declared -> DeclaredParameters.of(declared).repeatable())
                .findFirst()
                .orElseThrow();
    }

    static class Inner {
        @QueryParam("inner")
        String deep;
    }

    static class Own extends PageParameters {
        @RestQuery
        String own;

        @HeaderParam("If-Match")
        String header;

        @BeanParam
        Inner inner;

        Own() {
            super();
        }
    }

    static class Operations {

        @Listing(
                sortedBy = "id",
                filteredBy = @Listing.Filter(name = "kind", description = "Of this kind.", example = "x"))
        void list(@BeanParam Own page, @QueryParam("due") String due, @RestQuery("tag") List<String> tags) {}

        void read(@PathParam("id") String id, String body) {}
    }
}
