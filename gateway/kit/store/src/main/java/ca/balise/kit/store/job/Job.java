package ca.balise.kit.store.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in the database.
 *
 * @param id UUIDv7, given out once
 * @param institution whose it is
 * @param kind what is done, UPPER_SNAKE
 * @param status how far it is
 * @param progress the share that is done, from 0 to 1; it never falls
 * @param createdAt when it was accepted
 * @param startedAt when its work began; {@code null} while it waits
 * @param finishedAt when it ended; {@code null} before
 * @param result what came of it, as JSON that holds no value of the data; {@code null} unless it succeeded, or if it has none
 * @param failure why it failed; {@code null} unless it did
 * @param revision how often what is said here has changed
 */
public record Job(
        UUID id,
        String institution,
        String kind,
        JobStatus status,
        double progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String result,
        @Nullable JobFailure failure,
        int revision) {}
