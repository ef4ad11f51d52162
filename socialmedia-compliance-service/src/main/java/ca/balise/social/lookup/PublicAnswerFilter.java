package ca.balise.social.lookup;

import ca.balise.social.lookup.LimitQuestions.Left;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts each question to which anybody gets an answer, and says how long the answer may be kept and how many more there are. */
public class PublicAnswerFilter {

    private static final String LEFT = PublicAnswerFilter.class.getName();

    private final LimitQuestions limit;
    private final LookUpLimits limits;

    PublicAnswerFilter(LimitQuestions limit, LookUpLimits limits) {
        this.limit = limit;
        this.limits = limits;
    }

    @PublicAnswer
    @ServerRequestFilter
    public void count(ContainerRequestContext request, RoutingContext routing) {
        request.setProperty(LEFT, limit.count(routing));
    }

    /** After the filter that tags answers, which takes every answer for one caller's own. */
    @PublicAnswer
    @ServerResponseFilter(priority = 1)
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (request.getProperty(LEFT) instanceof Left left) {
            headers.putSingle("RateLimit-Limit", left.limit());
            headers.putSingle("RateLimit-Remaining", left.remaining());
            headers.putSingle("RateLimit-Reset", left.resetSeconds());
        }
        if (response.getStatus() < 400) {
            headers.putSingle(
                    HttpHeaders.CACHE_CONTROL,
                    "public, max-age=" + limits.keep().toSeconds());
            headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Language");
        }
    }
}
