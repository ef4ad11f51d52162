package ca.balise.kit.store.trail;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.ManyConnections;
import ca.balise.kit.store.Notes;
import ca.balise.kit.store.NotesTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotesTest
@TestProfile(ManyConnections.class)
class ParallelWritersTest {

    private static final int WRITERS = 64;
    private static final int WRITES = 10;

    private static final Caller AUDITOR = Notes.caller(null, "auditor");

    @Inject
    Notes notes;

    @Inject
    VerifyAuditEvents verifyAuditEvents;

    @Inject
    ListChanges listChanges;

    @BeforeEach
    void nothing() throws SQLException {
        Notes.forget();
    }

    @Test
    void sixtyFourWritersAtOnceLeaveOneUnbrokenChain() throws Throwable {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            threads.invokeAll(writers()).forEach(Future::resultNow);
        }
        Verification found = VertxContextSupport.subscribeAndAwait(() -> verifyAuditEvents.verify(AUDITOR, null));
        assertThat(found.intact()).isTrue();
        assertThat(found.events()).isEqualTo(WRITERS * WRITES);
        assertThat(Notes.valueOf("select count(*) from note")).isEqualTo(Integer.toString(WRITERS * WRITES));
    }

    @Test
    void whoFollowsTheFeedMeanwhileMeetsEveryChangeOnceAndInOrder() throws Throwable {
        List<String> all = new ArrayList<>();
        List<String> ofHealth = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Void>> writing = writers().stream().map(threads::submit).toList();
            String afterAll = null;
            String afterHealth = null;
            boolean done;
            int found;
            do {
                // Asked before the page: what the last writer wrote is then on this page or on one before it.
                done = writing.stream().allMatch(Future::isDone);
                Page<ChangeEvent> page = page(AUDITOR, afterAll);
                Page<ChangeEvent> pageOfHealth = page(Notes.caller("HC"), afterHealth);
                page.items().forEach(event -> all.add(event.sequence()));
                pageOfHealth.items().forEach(event -> ofHealth.add(event.sequence()));
                afterAll = page.next();
                afterHealth = pageOfHealth.next();
                found = page.items().size() + pageOfHealth.items().size();
            } while (!done || found > 0);
            writing.forEach(Future::resultNow);
        }
        assertThat(all)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, WRITERS * WRITES)
                        .mapToObj("%019d"::formatted)
                        .toList());
        assertThat(ofHealth)
                .containsExactlyElementsOf(List.of(Notes.valueOf("select string_agg(lpad(sequence::text, 19, '0'), ' '"
                                + " order by sequence) from kit.audit_event where institution = 'HC'")
                        .split(" ")))
                .hasSize(WRITERS / 2 * WRITES);
    }

    private List<Callable<Void>> writers() {
        return IntStream.range(0, WRITERS)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    Caller caller = Notes.caller(writer % 2 == 0 ? "HC" : "DND");
                    for (int i = 0; i < WRITES; i++) {
                        write(caller);
                    }
                    return null;
                })
                .toList();
    }

    private void write(Caller caller) throws Exception {
        try {
            notes.added(caller, "words");
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Page<ChangeEvent> page(Caller caller, String after) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> listChanges.list(caller, new PageRequest(7, after)));
    }
}
