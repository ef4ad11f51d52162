package ca.balise.kit.store;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, which a caller may wait for, from a fault of the program or a refused record, which stays. */
final class Outage {

    /**
     * Classes of SQLSTATE that say nothing about the statement (PostgreSQL 18, appendix A): connection exception, insufficient
     * resources, operator intervention (shutdown, start-up, statement timeout), system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** What Vert.x fails with, by its text alone: a wait for the pool, and a connection that ended, perhaps under a statement. */
    private static final Set<String> POOL_MESSAGES =
            Set.of("Timeout", "Connection was closed", "Connection is closed", "Connection is not active");

    private Outage() {}

    /** Whether the failure, or one that caused it, is the database being away. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOne(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Throwable failure) {
        return switch (failure) {
            case DatabaseException refused -> isOutside(refused.getSqlState());
            case SQLException refused -> isOutside(refused.getSQLState());
            case ClosedConnectionException _ -> true;
            case VertxException closed -> isOfThePool(closed.getMessage());
            case NoStackTraceThrowable waited -> isOfThePool(waited.getMessage());
            case JDBCConnectionException _, SocketException _, UnknownHostException _ -> true;
            case ClosedChannelException _, TimeoutException _ -> true;
            default -> false;
        };
    }

    private static boolean isOutside(@Nullable String sqlState) {
        return sqlState != null && sqlState.length() == 5 && CLASSES.contains(sqlState.substring(0, 2));
    }

    private static boolean isOfThePool(@Nullable String message) {
        return message != null && POOL_MESSAGES.stream().anyMatch(message::startsWith);
    }
}
