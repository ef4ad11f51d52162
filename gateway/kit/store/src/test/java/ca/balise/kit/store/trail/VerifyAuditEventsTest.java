package ca.balise.kit.store.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Notes;
import ca.balise.kit.store.NotesTest;
import ca.balise.kit.store.audit.ChainBreak.Kind;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.store.trail.Verification.AnchorOutcome;
import ca.balise.kit.store.trail.VerificationRequest.Anchor;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain in a real database, and everything that somebody with every right could do to it. */
@NotesTest
class VerifyAuditEventsTest {

    private static final Caller ALICE = Notes.caller("HC", "deid-analyst");
    private static final Caller CAROL = Notes.caller("DND", "deid-analyst");
    private static final Caller AUDITOR = Notes.caller(null, "auditor");
    private static final Caller SCHEDULE = Notes.caller(null);
    private static final String GENESIS = "0".repeat(64);

    /** The hash of an event as a row stands now: what a forger would compute. */
    private static final String FORGED = "sha256(previous_hash || int8send(sequence) || convert_to(content, 'UTF8'))";

    @Inject
    Notes notes;

    @Inject
    VerifyAuditEvents verifyAuditEvents;

    @Inject
    RetireAuditEvents retireAuditEvents;

    @BeforeEach
    void nothing() throws SQLException {
        Notes.forget();
    }

    @Test
    void nothingRecordedIsIntact() throws Throwable {
        assertThat(verify())
                .isEqualTo(new Verification(true, 0, null, null, new Verification.ChainLink(0, GENESIS), null, null));
    }

    @Test
    void theChangesOfEveryInstitutionAreOneIntactChain() throws Throwable {
        six();
        Verification found = verify();
        assertThat(found.intact()).isTrue();
        assertThat(found.events()).isEqualTo(6);
        assertThat(found.from()).isEqualTo(1);
        assertThat(found.to()).isEqualTo(6);
        assertThat(found.head().sequence()).isEqualTo(6);
        assertThat(found.head().hash())
                .isEqualTo(Notes.valueOf("select encode(hash, 'hex') from kit.audit_event where sequence = 6"));
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1_000, 1_001, 2_500})
    void aChainLongerThanIsReadAtOnceIsReadToItsEnd(int events) throws Throwable {
        bulk(events);
        assertThat(verify().events()).isEqualTo(events);
        Notes.asSuperuser(
                "update kit.audit_event set content = replace(content, '\"line\":', '\"line\": ') where sequence = "
                        + events);
        assertBroken(events, Kind.CHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "update kit.audit_event set content = replace(content, 'note.added', 'note.edited') where sequence = 3 ; 3 ; CHANGED",
                "update kit.audit_event set content = replace(content, '\"HC\"', '\"DND\"') where sequence = 1 ; 1 ; CHANGED",
                "update kit.audit_event set content = content || ' ' where sequence = 6 ; 6 ; CHANGED",
                "update kit.audit_event set hash = sha256('x') where sequence = 4 ; 4 ; CHANGED",
                "update kit.audit_event set previous_hash = sha256('x') where sequence = 4 ; 4 ; CHANGED",
                "delete from kit.audit_event where sequence = 3 ; 3 ; REMOVED",
                "delete from kit.audit_event where sequence in (2, 5) ; 2 ; REMOVED",
                "delete from kit.audit_event where sequence = 1 ; 1 ; REMOVED",
                "delete from kit.audit_event where sequence >= 5 ; 5 ; TRUNCATED",
                "delete from kit.audit_event ; 1 ; TRUNCATED",
                "update kit.audit_checkpoint set sequence = 2 ; 1 ; INSERTED",
            })
    void whatWasDoneBehindTheServicesBackIsFoundAndNamed(String sql, long sequence, Kind kind) throws Throwable {
        six();
        Notes.asSuperuser(sql);
        assertBroken(sequence, kind);
    }

    @Test
    void aContentChangedTogetherWithItsHashIsNamed() throws Throwable {
        six();
        Notes.asSuperuser("update kit.audit_event set content = replace(content, 'note', 'memo') where sequence = 3");
        Notes.asSuperuser("update kit.audit_event set hash = " + FORGED + " where sequence = 3");
        assertBroken(3, Kind.CHANGED);
    }

    @Test
    void anEventAppendedWithoutTheHeadIsNamed() throws Throwable {
        six();
        insert(7, 6);
        assertBroken(7, Kind.INSERTED);
    }

    @Test
    void anEventSlippedInBetweenIsNamed() throws Throwable {
        six();
        Notes.asSuperuser("update kit.audit_event set sequence = sequence + 100 where sequence > 3");
        Notes.asSuperuser("update kit.audit_event set sequence = sequence - 99 where sequence > 100");
        Notes.asSuperuser("update kit.audit_head set sequence = 7");
        insert(4, 3);
        assertBroken(4, Kind.INSERTED);
    }

    @Test
    void aChainWrittenAnewFromSomewhereOnDoesNotLeadToTheHead() throws Throwable {
        six();
        rewriteFrom(4);
        assertBroken(6, Kind.REWRITTEN);
    }

    @Test
    void aChainWrittenAnewWithItsHeadIsFoundByTheAnchorOfAnEarlierVerification() throws Throwable {
        six();
        Anchor anchor = anchor(verify().head());
        assertThat(verify(anchor).anchor()).isEqualTo(AnchorOutcome.CONFIRMED);
        notes.added(ALICE, "later");
        rewriteFrom(4);
        Notes.asSuperuser(
                "update kit.audit_head h set hash = e.hash from kit.audit_event e where e.sequence = h.sequence");
        assertThat(verify().intact()).isTrue();
        Verification found = verify(anchor);
        assertThat(found.anchor()).isEqualTo(AnchorOutcome.NOT_CONFIRMED);
        assertThat(found.firstBroken().sequence()).isEqualTo(6);
        assertThat(found.firstBroken().kind()).isEqualTo(Kind.REWRITTEN);
    }

    @Test
    void aTailRemovedWithTheHeadPutBackIsFoundByTheAnchor() throws Throwable {
        six();
        Anchor anchor = anchor(verify().head());
        Notes.asSuperuser("delete from kit.audit_event where sequence > 4");
        Notes.asSuperuser("update kit.audit_head set (sequence, hash) ="
                + " (select sequence, hash from kit.audit_event where sequence = 4)");
        assertThat(verify().intact()).isTrue();
        assertThat(verify(anchor).firstBroken().kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(verify(anchor).firstBroken().sequence()).isEqualTo(5);
    }

    @Test
    void saysInBothLanguagesWhatHappened() throws Throwable {
        six();
        Notes.asSuperuser("delete from kit.audit_event where sequence = 3");
        assertThat(verify().firstBroken().message().en()).isEqualTo("Event 3 was removed.");
        assertThat(verify().firstBroken().message().fr()).isEqualTo("L’événement 3 a été supprimé.");
    }

    @Test
    void oldEventsAreRetiredSomeAtATimeAndTheChainAfterThemStillHolds() throws Throwable {
        old(2_300);
        notes.added(ALICE, "young");
        Anchor retiredSoon = anchorOf(10);
        assertThat(retire()).isEqualTo(1_000);
        assertThat(verify().intact()).isTrue();
        assertThat(retire()).isEqualTo(1_000);
        assertThat(retire()).isEqualTo(300);
        assertThat(retire()).isZero();
        Verification found = verify(retiredSoon);
        assertThat(found.intact()).isTrue();
        assertThat(found.anchor()).isEqualTo(AnchorOutcome.RETIRED);
        assertThat(found.from()).isEqualTo(2_301);
        assertThat(found.events()).isEqualTo(4);
        assertThat(Notes.valueOf("select string_agg(action, ' ' order by sequence) from kit.audit_event"))
                .isEqualTo("note.added audit-events.retired audit-events.retired audit-events.retired");
        assertThat(Notes.valueOf("select content::jsonb -> 'data' ->> 'through' from kit.audit_event"
                        + " order by sequence desc limit 1"))
                .isEqualTo("2300");
    }

    @Test
    void aRetirementThatNoEventTellsOfIsARemoval() throws Throwable {
        six();
        Notes.asSuperuser("update kit.audit_checkpoint set (sequence, hash) ="
                + " (select sequence, hash from kit.audit_event where sequence = 2)");
        Notes.asSuperuser("delete from kit.audit_event where sequence <= 2");
        assertBroken(2, Kind.NOT_RETIRED);
    }

    @Test
    void aBrokenChainIsNotRetired() throws Throwable {
        old(5);
        Notes.asSuperuser("update kit.audit_event set content = replace(content, 'old', 'odd') where sequence = 3");
        assertThatThrownBy(this::retire).hasStackTraceContaining("the chain is broken at 3");
        assertBroken(3, Kind.CHANGED);
    }

    @Test
    void eventsRetiredDuringAVerificationAreNoBreak() throws Throwable {
        old(3_000);
        notes.added(ALICE, "young");
        Verification found = VertxContextSupport.subscribeAndAwait(() -> Uni.combine()
                .all()
                .unis(
                        onItsOwn(verifyAuditEvents.verify(AUDITOR, null)),
                        onItsOwn(retireAuditEvents.retire(SCHEDULE)),
                        onItsOwn(verifyAuditEvents.verify(AUDITOR, null)))
                .asTuple()
                .map(all -> all.getItem1().intact() ? all.getItem3() : all.getItem1()));
        assertThat(found.firstBroken()).isNull();
    }

    @Test
    void whoDoesNotSeeEveryEventVerifiesNothing() throws Throwable {
        six();
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> verifyAuditEvents.verify(ALICE, null)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "0, 00, 2",
                "null, null, 2",
                "-1, " + "f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0, 1"
            })
    void refusesAnAnchorThatIsNone(Long sequence, String hash, int violations) {
        assertThatThrownBy(() -> verify(new Anchor(sequence, hash)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations()).hasSize(violations));
    }

    private void assertBroken(long sequence, Kind kind) throws Throwable {
        Verification found = verify();
        assertThat(found.intact()).isFalse();
        assertThat(found.firstBroken().kind()).isEqualTo(kind);
        assertThat(found.firstBroken().sequence()).isEqualTo(sequence);
    }

    private Verification verify() throws Throwable {
        return verify(null);
    }

    private Verification verify(Anchor anchor) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> verifyAuditEvents.verify(AUDITOR, new VerificationRequest(anchor)));
    }

    private long retire() throws Throwable {
        return VertxContextSupport.<Long>subscribeAndAwait(() -> retireAuditEvents.retire(SCHEDULE));
    }

    /** As a request of its own: with a context of its own, and so a transaction. */
    private static <T> Uni<T> onItsOwn(Uni<T> work) {
        return Uni.createFrom()
                .emitter(answer -> Thread.ofVirtual().start(() -> {
                    try {
                        answer.complete(VertxContextSupport.subscribeAndAwait(() -> work));
                    } catch (Throwable failure) {
                        answer.fail(failure);
                    }
                }));
    }

    private static Anchor anchor(Verification.ChainLink head) {
        return new Anchor(head.sequence(), head.hash());
    }

    private static Anchor anchorOf(long sequence) throws SQLException {
        return new Anchor(
                sequence,
                Notes.valueOf("select encode(hash, 'hex') from kit.audit_event where sequence = " + sequence));
    }

    private void six() throws Throwable {
        for (Caller caller : new Caller[] {ALICE, CAROL, ALICE, ALICE, CAROL, ALICE}) {
            notes.added(caller, "words");
        }
    }

    private void bulk(int events) throws Throwable {
        notes.write(
                ALICE,
                _ -> Uni.createFrom()
                        .item(Change.of(
                                "done",
                                IntStream.rangeClosed(1, events)
                                        .mapToObj(i -> new ChangeRecord(
                                                "note.added",
                                                "HC",
                                                "note",
                                                Integer.toString(i),
                                                java.util.Map.of("line", i)))
                                        .toList())));
    }

    /** Events as a service of a generation ago recorded them. */
    private static void old(int events) throws SQLException {
        Notes.asSuperuser("""
                select kit.enter('HC', true, false, false);
                select kit.append_audit(array_agg(
                    '{"action":"note.added","actor":{"roles":[],"subject":"old"},"at":"2001-01-01T00:00:00.' || to_char(i, 'FM000000')
                    || 'Z","data":{},"entity":{"id":"old","type":"note"},"id":"' || uuidv7() || '","institution":"HC","service":"notes"}'
                    order by i))
                from generate_series(1, %d) i""".formatted(events));
    }

    private static void rewriteFrom(long sequence) throws SQLException {
        Notes.asSuperuser(
                "update kit.audit_event set content = replace(content, 'note', 'memo') where sequence = " + sequence);
        Notes.asSuperuser("""
                do $$
                declare
                    event kit.audit_event;
                    before bytea;
                begin
                    for event in select * from kit.audit_event where sequence >= %d order by sequence loop
                        select hash into before from kit.audit_event where sequence = event.sequence - 1;
                        update kit.audit_event
                           set previous_hash = before,
                               hash = sha256(before || int8send(event.sequence) || convert_to(event.content, 'UTF8'))
                         where sequence = event.sequence;
                    end loop;
                end
                $$""".formatted(sequence));
    }

    /** A forged event with a sound hash. */
    private static void insert(long sequence, long after) throws SQLException {
        Notes.asSuperuser("""
                insert into kit.audit_event (sequence, content, previous_hash, hash)
                select %1$d, made.content, made.hash,
                       sha256(made.hash || int8send(%1$d) || convert_to(made.content, 'UTF8'))
                  from (select hash, regexp_replace(content, '"id":"0[^"]*","institution"',
                                                    '"id":"' || uuidv7() || '","institution"') as content
                          from kit.audit_event where sequence = %2$d) made""".formatted(sequence, after));
    }
}
