package ca.balise.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.trail.Verification;
import ca.balise.kit.store.trail.VerifyAuditEvents;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/**
 * Times writes that are recorded beside the same writes unrecorded, by 64 writers and by one, on a PostgreSQL that writes to the disk
 * at each commit ({@link DurablePostgres}); then a verification of all that was recorded. Not a test by its name, and so run by hand:
 *
 * <pre>
 * mvn -pl gateway/kit/store test -Dtest=AuditBenchmark
 * </pre>
 *
 * Expected: 500 recorded writes a second or more by 64 writers. The two are interleaved, as a busy machine slows both.
 */
@QuarkusTest
@TestProfile(AuditBenchmark.Alone.class)
@QuarkusTestResource(value = DurablePostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(TokenTestResource.class)
class AuditBenchmark {

    static final int WRITERS = 64;

    private static final int ROUNDS = 5;
    private static final long SECONDS = 3;

    private static final Caller ALICE = Notes.caller("HC", "deid-analyst");
    private static final Caller AUDITOR = Notes.caller(null, "auditor");

    /** An application of its own, for a database of its own. */
    public static class Alone implements QuarkusTestProfile {}

    @Inject
    Notes notes;

    @Inject
    InstitutionScope scope;

    @Inject
    VerifyAuditEvents verifyAuditEvents;

    @Test
    void timesRecordedWritesBesideUnrecordedOnes() throws Throwable {
        System.out.println("fsync " + setting("fsync") + ", synchronous_commit " + setting("synchronous_commit"));
        for (int writers : new int[] {WRITERS, 1}) {
            rate(writers, this::recorded);
            rate(writers, this::unrecorded);
            double[] recorded = new double[ROUNDS];
            double[] unrecorded = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                recorded[round] = rate(writers, this::recorded);
                unrecorded[round] = rate(writers, this::unrecorded);
                System.out.printf(
                        "%d writers: %.0f writes/s recorded, %.0f unrecorded%n",
                        writers, recorded[round], unrecorded[round]);
            }
            System.out.printf(
                    "%d writers, median of %d: %.0f writes/s recorded, %.0f unrecorded; a recorded write takes %.2f times as long%n",
                    writers, ROUNDS, median(recorded), median(unrecorded), median(unrecorded) / median(recorded));
        }
        long start = System.nanoTime();
        Verification found = VertxContextSupport.subscribeAndAwait(() -> verifyAuditEvents.verify(AUDITOR, null));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "verification: %d events in %.1f s, %.0f events/s%n",
                found.events(), seconds, found.events() / seconds);
        assertThat(found.intact()).isTrue();
    }

    private Uni<?> recorded() {
        return notes.add(ALICE, "words");
    }

    private Uni<?> unrecorded() {
        NoteEntity note = NoteEntity.of("HC", "words");
        return scope.write(ALICE, session -> session.persist(note).map(_ -> Change.nothing(note.id)));
    }

    private interface Writing {
        Uni<?> begin();
    }

    private static double rate(int writers, Writing writing) throws Exception {
        long start = System.nanoTime();
        long end = start + SECONDS * 1_000_000_000;
        Callable<Integer> writer = () -> {
            int written = 0;
            while (System.nanoTime() < end) {
                await(writing);
                written++;
            }
            return written;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> all =
                    IntStream.range(0, writers).mapToObj(_ -> writer).toList();
            long written =
                    threads.invokeAll(all).stream().mapToLong(Future::resultNow).sum();
            return written / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void await(Writing writing) throws Exception {
        try {
            VertxContextSupport.subscribeAndAwait(writing::begin);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String setting(String name) throws Throwable {
        return VertxContextSupport.<String>subscribeAndAwait(() -> scope.read(
                ALICE,
                (Mutiny.Session session) -> session.createNativeQuery(
                                "select current_setting('" + name + "')", String.class)
                        .getSingleResult()));
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
