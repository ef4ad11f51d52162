package ca.balise.social.lookup;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the questions of each address, in this process: two replicas allow twice as many. The door says from which address a request
 * came, and lets no caller say so itself; who reaches the service past the door could, and finds the database no worse protected than
 * before.
 */
@ApplicationScoped
public class LimitQuestions {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final LookUpLimits limits;
    private final Map<String, Bucket> buckets;

    LimitQuestions(LookUpLimits limits) {
        this.limits = limits;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > limits.addresses();
            }
        };
    }

    /**
     * What is left to an address.
     *
     * @param limit questions a minute
     * @param remaining how many are left now
     * @param resetSeconds until all are there again
     */
    record Left(int limit, long remaining, long resetSeconds) {}

    /**
     * Counts a question.
     *
     * @throws ProblemException 429 with {@code Retry-After}, if none is left
     */
    Left count(RoutingContext request) {
        String forwarded = request.request().getHeader(FORWARDED_FOR);
        String address = forwarded == null ? request.request().remoteAddress().hostAddress() : forwarded;
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        Left left = new Left(limits.perMinute(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw new ProblemException(CommonProblem.TOO_MANY_REQUESTS)
                    .with("Retry-After", Long.toString(Math.max(1, seconds(probe.getNanosToWaitForRefill()))))
                    .with("RateLimit-Limit", Integer.toString(left.limit()))
                    .with("RateLimit-Remaining", "0")
                    .with("RateLimit-Reset", Long.toString(left.resetSeconds()));
        }
        return left;
    }

    private Bucket bucket(String address) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    address,
                    _ -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(limits.perMinute())
                                    .refillGreedy(limits.perMinute(), Duration.ofMinutes(1)))
                            .build());
        }
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, NANOS);
    }
}
