package ca.balise.edge.relay;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What the relay may take of time and connections; the values and the outage each prevents stand in application.properties. */
@ConfigMapping(prefix = "balise.edge.relay")
public interface RelayLimits {

    /** The longest wait for a service to accept a connection. */
    Duration connectTimeout();

    /** The longest wait for a connection, when all that a service may have are taken. */
    Duration waitTimeout();

    /** The most connections of one event loop to one service, and so the most requests it sends it at once. */
    int connections();

    /** The most requests of one event loop that wait for a connection to one service. */
    int waiting();

    /** The longest silence, in both directions, of an exchange with a service; an exchange that moves may last for ever. */
    Duration idleTimeout();

    /** How long an unused connection to a service is kept. */
    Duration keepAlive();

    /** The most octets of the body of a request. */
    MemorySize largestBody();

    /** The most octets of the headers of an answer. */
    int answerHeaders();

    /** How long what a refused caller still sends is read and thrown away, so that the answer reaches it. */
    Duration linger();
}
