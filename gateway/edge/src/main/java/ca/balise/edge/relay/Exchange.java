package ca.balise.edge.relay;

import ca.balise.edge.problem.DoorProblem;
import ca.balise.edge.route.model.Route;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and the answer on its way back, each with back-pressure, so that the slower side sets the
 * pace and memory stays constant. All of it runs on one event loop, that of both connections.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final int FIRST_STATUS_THAT_ENDS_AN_UPLOAD = 300;
    /** Seconds: long enough for a service to start again, short enough for a person who waits. */
    private static final String RETRY_AFTER = "5";
    /** Milliseconds for the rest of an answer that has arrived already to be thrown away. */
    private static final long GRACE = 100;

    private final Route route;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpClientRequest outbound;
    private final ProblemWriter problems;
    private final long largestBody;
    private final Observed observed;

    private @Nullable Pipe<Buffer> upload;
    private @Nullable HttpClientResponse answer;
    private boolean sent;
    private boolean received;
    private boolean callerGone;
    private boolean refused;

    Exchange(
            Route route,
            RoutingContext context,
            HttpClientRequest outbound,
            ProblemWriter problems,
            long largestBody,
            Observed observed) {
        this.route = route;
        this.context = context;
        this.request = context.request();
        this.response = context.response();
        this.outbound = outbound;
        this.problems = problems;
        this.largestBody = largestBody;
        this.observed = observed;
    }

    void begin() {
        if (response.closed()) {
            // The caller left while the connection was being made; nothing would tell us again.
            callerGone = true;
            release();
            return;
        }
        context.addEndHandler(end -> {
            if (end.failed()) {
                callerLeft();
            }
        });
        muteDuplicateReports();
        outbound.response()
                .onSuccess(this::answered)
                .onFailure(failure -> brokeOff(failure.getClass().getName()));
        PassedHeaders.toService(request, outbound.headers());
        send();
    }

    private void send() {
        boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        if (!chunked && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            sent = true;
            outbound.end();
            return;
        }
        outbound.setChunked(chunked);
        if (String.valueOf(request.getHeader(HttpHeaders.EXPECT)).equalsIgnoreCase("100-continue")) {
            // Only here is the caller known, and the service there: until now not an octet of the body was asked for.
            response.writeContinue();
        }
        Pipe<Buffer> body = request.pipe().endOnSuccess(false).endOnFailure(false);
        upload = body;
        // A failure of the caller's side ends the context, one of the service's side fails its response: both are
        // handled there.
        body.to(new BoundedUpload(outbound, largestBody))
                .onSuccess(whole -> {
                    sent = true;
                    outbound.end();
                })
                .onFailure(failure -> {
                    if (failure instanceof ProblemException tooLarge) {
                        refuse(tooLarge);
                    }
                });
    }

    private void answered(HttpClientResponse arriving) {
        if (refused) {
            return;
        }
        answer = arriving;
        int status = arriving.statusCode();
        if (status < 200) {
            arriving.exceptionHandler(Exchange::knownOtherwise);
            brokeOff("an answer that switches protocols was not asked for");
            return;
        }
        if (!sent && status >= FIRST_STATUS_THAT_ENDS_AN_UPLOAD) {
            stopUpload();
        }
        response.setStatusCode(status).setStatusMessage(arriving.statusMessage());
        PassedHeaders.toCaller(arriving.headers(), response.headers());
        boolean delimited = arriving.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || HttpMethod.HEAD.equals(request.method())
                || status == 204
                || status == 304;
        if (!delimited) {
            // The head goes at once: the first event of a stream may be minutes away.
            response.setChunked(true).write(Buffer.buffer());
        }
        arriving.handler(chunk -> pass(chunk, arriving));
        arriving.exceptionHandler(failure -> brokeOff(failure.getClass().getName()));
        arriving.endHandler(end -> finish(delimited));
    }

    /** The answer is known before the upload is through: nobody needs the rest. */
    private void stopUpload() {
        if (upload != null) {
            upload.close();
            muteDuplicateReports();
        }
    }

    /** In mid-upload: the service must see the request break off, not end as if it were whole. */
    private void refuse(ProblemException refusal) {
        refused = true;
        observed.refused();
        release();
        problems.answer(refusal, context);
    }

    private void pass(Buffer chunk, HttpClientResponse from) {
        if (callerGone || refused) {
            return;
        }
        response.write(chunk);
        if (response.writeQueueFull()) {
            from.pause();
            response.drainHandler(drained -> from.resume());
        }
    }

    private void finish(boolean delimited) {
        received = true;
        release();
        if (callerGone || refused) {
            return;
        }
        boolean endsWithConnection = !delimited && request.version() == HttpVersion.HTTP_1_0;
        response.end().onSuccess(written -> {
            if (endsWithConnection) {
                request.connection().close();
            }
        });
    }

    private void brokeOff(String reason) {
        release();
        if (!callerGone && !refused) {
            if (observed.brokeOff()) {
                LOG.warnf("Route %s: the exchange broke off (%s)", route.name(), reason);
            }
            problems.answer(
                    new ProblemException(DoorProblem.SERVICE_BROKE_OFF).with("Retry-After", RETRY_AFTER), context);
        }
    }

    /**
     * Breaks off with the service. An answer that has arrived whole, but was held back for a slow caller, has left its connection to
     * the next request already; it is let through to its end before anything is closed.
     */
    private void callerLeft() {
        callerGone = true;
        if (sent && answer != null) {
            answer.resume();
            context.vertx().setTimer(GRACE, later -> release());
        } else {
            release();
        }
    }

    /** Closes a connection on which something is still under way; one that is through may be another's by now. */
    private void release() {
        if (!sent || !received) {
            outbound.reset();
        }
    }

    private void muteDuplicateReports() {
        outbound.exceptionHandler(Exchange::knownOtherwise);
    }

    /** Every failure of the request also fails its response, and is handled there; unheard, the client would log it as an error. */
    private static void knownOtherwise(Throwable failure) {}
}
