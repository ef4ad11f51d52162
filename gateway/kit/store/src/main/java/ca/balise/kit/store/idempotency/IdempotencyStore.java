package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import ca.balise.kit.store.secret.KeyedHash;
import ca.balise.kit.store.secret.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps answers, inside the transaction of their effect. */
@ApplicationScoped
class IdempotencyStore {

    private static final String NAME = "idempotency name";
    private static final String CONTENT = "idempotency content";
    private static final String ANSWER = "idempotency answer";

    private final IdempotencyConfig config;
    private final KeyedHash hash;
    private final Sealer sealer;

    IdempotencyStore(IdempotencyConfig config, KeyedHash hash, Sealer sealer) {
        this.config = config;
        this.hash = hash;
        this.sealer = sealer;
    }

    /**
     * Makes sure that nobody does this request meanwhile, and looks for the answer that it got before.
     *
     * @return the answer; empty if this is the first time, or the first answer's time is over
     * @throws ProblemException 409, if it is under way; 422, if the key was used for another request
     */
    Uni<Optional<StoredAnswer>> begin(Mutiny.Session session, GivenRequest request) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", request.lock())
                .getSingleResult()
                .invoke(IdempotencyStore::requireAlone)
                // A statement of its own: it sees what the one before it in the lock has committed.
                .chain(() -> session.createNativeQuery(
                                "select lookup, digest, answer from kit.idempotency_key"
                                        + " where lookup = any(:lookups) and expires_at > now()",
                                Object[].class)
                        .setParameter(
                                "lookups",
                                hash.candidates(NAME, request.name().bytes()).toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream().findFirst().flatMap(row -> answer(row, request)));
    }

    /** Whether an answer is kept under the name of a request, whatever the request says. */
    Uni<Boolean> isKept(Mutiny.Session session, CanonicalJson name) {
        return session.createNativeQuery(
                        "select exists (select from kit.idempotency_key where lookup = any(:lookups) and expires_at > now())",
                        Boolean.class)
                .setParameter("lookups", hash.candidates(NAME, name.bytes()).toArray(String[]::new))
                .getSingleResult();
    }

    private static void requireAlone(boolean alone) {
        if (!alone) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT).with("Retry-After", "1");
        }
    }

    private Optional<StoredAnswer> answer(Object[] row, GivenRequest request) {
        if (!hash.matches((String) row[1], CONTENT, request.content().bytes())) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return sealer.open(ANSWER, context((String) row[0]), (byte[]) row[2]).map(StoredAnswer::read);
    }

    /** Keeps the answer. Where there is one whose time is over, this one takes its place. */
    Uni<Void> keep(Mutiny.Session session, GivenRequest request, StoredAnswer answer) {
        String lookup = hash.of(NAME, request.name().bytes());
        return session.createNativeQuery(
                        "insert into kit.idempotency_key as k (lookup, institution, digest, answer, expires_at)"
                                + " values (:lookup, :institution, :digest, :answer, now() + make_interval(secs => :keep))"
                                + " on conflict (lookup) do update"
                                + " set digest = excluded.digest, answer = excluded.answer, expires_at = excluded.expires_at")
                .setParameter("lookup", lookup)
                .setParameter("institution", request.institution())
                .setParameter("digest", hash.of(CONTENT, request.content().bytes()))
                .setParameter("answer", sealer.seal(ANSWER, context(lookup), answer.write()))
                .setParameter("keep", (double) config.keep().toSeconds())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** An envelope is of its row: moved to another one it does not open. */
    private static byte[] context(String lookup) {
        return lookup.getBytes(StandardCharsets.US_ASCII);
    }
}
