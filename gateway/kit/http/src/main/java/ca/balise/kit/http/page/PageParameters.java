package ca.balise.kit.http.page;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a caller says of the page it wants, as the {@code @BeanParam} of an operation that lists; and the answer to it. */
public class PageParameters {

    static final String LIMIT = "limit";
    static final String AFTER = "after";

    private static final int DEFAULT_LIMIT = 50;

    /** A larger page would be held in memory whole, for each caller at once. */
    private static final int MAXIMUM_LIMIT = 500;

    private static final Messages MESSAGES = Messages.of(PageParameters.class);

    /** Read as text: a number that is none would otherwise be answered 404. */
    @QueryParam(LIMIT)
    @Parameter(
            description = "Items a page.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            format = "int32",
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"),
            example = "50")
    @Nullable
    String limit;

    @QueryParam(AFTER)
    @Parameter(
            description =
                    "Where the previous page ended: the cursor that its Link header carries. It is opaque, and of use for this collection, order and filters only.",
            example = "bWVhc3VyZXM6MDE5Yjc2ZGEtYTgwMC03NjMxLTg4NzYtYTYwMmM1OGVkMGRi")
    @Nullable
    String after;

    @Context
    UriInfo uri;

    @Context
    ResourceInfo resource;

    @SuppressWarnings("NullAway.Init") // the framework fills the fields
    protected PageParameters() {}

    /**
     * The page asked for, sorted and filtered as the operation's {@link Listing} allows; in its own order, if it has none.
     *
     * @throws ProblemException 400 naming the parameter, if {@code limit} is not a whole number from 1 to 500, or if the collection
     *     is not sorted or filtered so
     */
    public PageRequest request() {
        return request(resource.getResourceMethod().getAnnotation(Listing.class));
    }

    PageRequest request(@Nullable Listing allowed) {
        int items = limit == null ? DEFAULT_LIMIT : parsed(limit);
        if (allowed == null) {
            return new PageRequest(items, after);
        }
        var asked = new AskedListing(allowed, uri.getQueryParameters());
        return new PageRequest(items, after, asked.order(), asked.filters());
    }

    private static int parsed(String limit) {
        // No sign, no other digits than these, and no more of them than the maximum has.
        int asked = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (asked < 1 || asked > MAXIMUM_LIMIT) {
            throw fault(LIMIT, "NOT_A_LIMIT", MAXIMUM_LIMIT);
        }
        return asked;
    }

    static ProblemException fault(String parameter, String code, Object... figures) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST).at(parameter, code, MESSAGES.text(code, figures));
    }

    /**
     * The answer with a page: its items in the body and, if there is more, the address of the next page in {@code Link}, relative to
     * the address asked, so that it is true behind the door too.
     *
     * @param page the page
     * @param body writes the items as the body
     */
    public <T, B> RestResponse<B> answer(Page<T> page, Function<List<T>, B> body) {
        var answer = RestResponse.ResponseBuilder.ok(body.apply(page.items()));
        String next = page.next();
        return next == null
                ? answer.build()
                : answer.header(HttpHeaders.LINK, "<" + addressOf(next) + ">; rel=\"next\"")
                        .build();
    }

    private String addressOf(String next) {
        URI address = uri.getRequestUriBuilder().replaceQueryParam(AFTER, next).build();
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
